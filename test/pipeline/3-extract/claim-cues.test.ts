import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import { findCues, rowsFor } from '../../../pipeline/3-extract/claims/cues.ts';

/** Words of cues, words that only look like them, and what stands between. */
const words =
  'outperforms surpassing exceeds superseded excels excellent outmatched dominating beats outpaces outstripping improved improves on over upon better best strong stronger strongest faster greater higher highest lower lowest larger gains more accurate effectively fewer top top-1 topology topic favorable favourably advantage advantages of wins winning window leading misleading performance advances following allow significant significantly consistent improvements gain boosts boosting reductions reduce enhances increased effectiveness effective matches comparable compared comparison on par competitive rivals similar same equivalent equally approach approaches the close to nearly identical retains preserving maintain without loss minimal degradation negligible sacrificing parity first the time pioneering one of state-of-the-art state of art sota SOTA SoTA new record benchmark best-in-class top-performing ranks place Pareto-optimal frontier best-performing a in and , . ; ( ) - _'.split(
    ' ',
  );

test('the words of a sentence tell every row that finds a cue in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '', '-', '\n')), { maxLength: 25 }),
      (pieces) => {
        const sentence = pieces.map(([word, gap]) => word + gap).join('');
        const { lexemes } = parse({ id: 'p', title: sentence, abstract: '' }).tokens;
        const rows = lexemes.reduce((all, { text }) => all | rowsFor(text), 0);
        expect(findCues(sentence, 0, rows)).toEqual(findCues(sentence, 0));
      },
    ),
    { numRuns: 2000 },
  );
});
