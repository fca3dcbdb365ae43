"""One sentence for whoever writes a heading, by the key of its field: keys mean the same in every kind."""

GUIDES = {
    "reason": "なぜその方法でなければならないのかを、ほかの方法と比べて書きます。",
    "counterpart": "相手方の名称を、正式な名称で書きます。",
    "recipient": "提供する相手方の名称を、正式な名称で書きます。",
    "data_subject_scope": "だれの情報かを、範囲が決まるように書きます。申込者だけか、家族も含むかなどです。",
    "outsourcing_title": "契約書の件名のとおりに書きます。",
    "content": "何をするのかを、個人情報に触れる作業がわかるように書きます。",
    "place": "施設の名称と、その中の場所を書きます。委託先の施設も挙げます。",
    "transfer_method": "紙・媒体・回線の別と、渡し方、受け取り方、その間の守り方を書きます。",
    "contractor_arrangements": "責任者、取り扱う人の限定、教育、持出しと保管、事故のときの連絡を書きます。",
    "contract_terms": "付ける特記事項の名称と、再委託・返却・廃棄など加える条件を書きます。",
    "method": "使う回線や媒体、暗号化、範囲と頻度を書きます。",
    "counterpart_arrangements": "相手方の責任者、権限の管理、記録の点検、事故のときの連絡を書きます。",
    "recipient_arrangements": "提供先の責任者、利用の範囲、保管と廃棄、事故のときの連絡を書きます。",
    "city_arrangements": "権限の管理、操作の記録と点検、研修、事故のときの手順を書きます。",
}
