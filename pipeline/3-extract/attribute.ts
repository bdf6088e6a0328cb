import type { Lexeme, Tokens } from '../../src/model.ts';

/**
 * Something about words by themselves (spaCy's lexical attribute): worked out once a word, when it is first asked for, and
 * forgotten when words of another vocabulary are asked about.
 */
export class Attribute<T extends NonNullable<unknown> | null> {
  private readonly of: (lexeme: Lexeme) => T;
  private lexemes: readonly Lexeme[] = [];
  /** By id. */
  private values: (T | undefined)[] = [];

  constructor(of: (lexeme: Lexeme) => T) {
    this.of = of;
  }

  /** Of the word of token `i`. */
  at({ ids, lexemes }: Tokens, i: number): T {
    if (lexemes !== this.lexemes) this.turnTo(lexemes);
    const id = ids[i]!;
    const value = this.values[id];
    return value === undefined ? this.workOut(id) : value;
  }

  /** Of all words met so far, by id. */
  all({ lexemes }: Tokens): readonly T[] {
    if (lexemes !== this.lexemes) this.turnTo(lexemes);
    const { values } = this;
    for (let id = values.length; id < lexemes.length; id++) values.push(this.of(lexemes[id]!));
    return values as T[];
  }

  private turnTo(lexemes: readonly Lexeme[]): void {
    this.lexemes = lexemes;
    this.values = [];
  }

  private workOut(id: number): T {
    const { values } = this;
    while (values.length <= id) values.push(undefined);
    return (values[id] = this.of(this.lexemes[id]!));
  }
}
