/** The rules by which names become one entity, and by which they stay apart, each in words. Resolution applies them, `why` tells them. */

export const JOIN_RULES = {
  'same words': 'the same words: number, case, hyphens, blanks and accents aside',
  'defined in the paper': 'the paper itself says that the one stands for the other',
  'same spelling': 'the same words in another spelling: British and American, "N.0" for "N"',
  'the word "based"': 'the one is the other with the word "based" ("LLM-based agent")',
  listed: 'one entry of the lists that come with the program',
  'head that only says the type': 'the one is the other with a word that only says what it is ("CIFAR-10 dataset")',
  'heads that say the same': 'the same before a last word that only says that it is a way of doing something ("X method", "X approach")',
  'the ending "-ed"': 'the same words but for an ending ("grouped query", "group query")',
  'one short form, like words': 'papers define both by the same short form, and their words differ only in endings and small words',
  'defined alike in other papers': 'undefined here, and the papers that define it agree on what it stands for',
  'short form inside': 'the one holds a short form that the papers agree on, the other has it written out',
  'your aliases': 'your aliases file says that they are the same',
} as const;
export type JoinRule = keyof typeof JOIN_RULES;

export const PART_RULES = {
  'your aliases': 'your aliases file says that they are not the same',
  'proposed apart': 'several papers present a thing of their own under this name',
  'no agreement': 'undefined in some papers, and those that define it do not agree on what it stands for',
  'too few definitions': 'undefined in some papers, and too few others define it',
  'head that says more': 'the last word of the longer name makes it another thing',
} as const;
export type PartRule = keyof typeof PART_RULES;
