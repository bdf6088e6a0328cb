/** Reads Cypher by the grammar of Neo4j's own editor. */
import { createRequire } from 'node:module';

interface Token {
  text: string;
  type: number;
}
interface Parser {
  removeErrorListeners(): void;
  addErrorListener(listener: object): void;
}

const require = createRequire(import.meta.url);
const { CypherLexer, CypherParser } = require('@neo4j-cypher/antlr4') as {
  CypherLexer: new (input: unknown) => Parser;
  CypherParser: new (tokens: unknown) => Parser & { cypher(): unknown };
};
const { InputStream, CommonTokenStream } = (require('@neo4j-cypher/antlr4-browser') as { default: never }).default as {
  InputStream: new (text: string) => unknown;
  CommonTokenStream: new (lexer: unknown) => { tokens: Token[] };
};

/** Statement by statement. @throws at the first thing that is no Cypher */
export function parseCypher(text: string): Statement[] {
  return text.split(/(?<=;)\n/).filter(Boolean).map(parse); // prettier-ignore
}

export interface Statement {
  /** The rows that it unwinds. */
  rows: { [key: string]: unknown }[];
  /** What it does with each. */
  clause: string;
}

function parse(text: string): Statement {
  const lexer = new CypherLexer(new InputStream(text));
  const tokens = new CommonTokenStream(lexer);
  const parser = new CypherParser(tokens);
  for (const each of [lexer, parser]) {
    each.removeErrorListeners();
    each.addErrorListener({
      syntaxError(_recognizer: unknown, _symbol: unknown, line: number, column: number, message: string) {
        throw new Error(`${line}:${column}: ${message} in ${text.slice(0, 200)}`);
      },
      reportAmbiguity() {},
      reportAttemptingFullContext() {},
      reportContextSensitivity() {},
    });
  }
  parser.cypher();

  const words = tokens.tokens.map((token) => token.text).filter((word) => word.trim() !== '');
  const end = words.findIndex((word, i) => word === ']' && words[i + 1] === 'AS');
  const list = words.slice(words.indexOf('['), end + 1);
  for (let plus = list.indexOf('+'); plus >= 0; plus = list.indexOf('+'))
    list.splice(plus - 1, 3, list[plus - 1]!.slice(0, -1) + list[plus + 1]!.slice(1)); // prettier-ignore
  // A map is JSON but for its keys.
  const json = list.map((word, i) => (list[i + 1] === ':' ? `"${word}"` : word)).join('');
  return { rows: JSON.parse(json) as Statement['rows'], clause: text.slice(text.indexOf('] AS row ') + 9) };
}
