// Numbers as the municipality prints them (paper/digits.py): "full" １，２００, "single_full" and "half" 1,200.

const A_NUMBER = /^(約?)([0-9０-９,，]+)$/u;

const narrow = (text) => text.replace(/[０-９，]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
const wide = (text) => text.replace(/[0-9,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** A number that was typed, grouped and in the house's digits; anything else, and without a rule everything, as typed. */
export function formatted(text, digits) {
  const found = A_NUMBER.exec(text.trim());
  if (!found || !digits || !/\d/.test(narrow(found[2]))) return text;
  const plain = narrow(found[2]).replaceAll(",", "").replace(/\B(?=(?:\d{3})+$)/g, ",");
  const full = digits === "full" || (digits === "single_full" && plain.length === 1);
  return found[1] + (full ? wide(plain) : plain);
}
