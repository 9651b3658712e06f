/** A door or a name without what people leave out or add when they type it: width, blanks, “室”. */
export function asTyped(text: string): string {
  return text.normalize('NFKC').replace(/\s|室$/gu, '')
}
