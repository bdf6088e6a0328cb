/** Not allowed in XML 1.0 in any form: control characters, non-characters, halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ['\t', '&#9;'], ['\n', '&#10;'], ['\r', '&#13;']]); // prettier-ignore

/** Escapes text for XML; what XML cannot hold is left out and counted. */
export class XmlText {
  /** Characters left out so far. */
  stripped = 0;

  strip(text: string): string {
    return text.replace(ILLEGAL, () => {
      this.stripped++;
      return '';
    });
  }

  /** For an attribute's value in double quotes; white space stays what it is. */
  attribute(text: string): string {
    return this.strip(text).replace(/[&<>"\t\n\r]/g, (sign) => ENTITIES.get(sign)!);
  }
}
