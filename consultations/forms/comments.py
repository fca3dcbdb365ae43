"""What is said at a heading."""

from django import forms

from consultations.forms.steps import Words


class CommentForm(forms.Form):
    """`place` is the address of the heading, "" for the whole paper."""

    place = forms.CharField(required=False, strip=False, max_length=60, widget=forms.HiddenInput)
    text = Words("伝えること")
