const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that end the name of a quantity: function words, and the verbs and adverbs of reporting. */
export const STOP = set(`
  a an the this that these those its their our his her we it they he she i is are was were be been being has have had do does did can could may might will would should there
  of in on at by to from for with without within into over under than as and or but while when where which who whose if so because via per across between among through against
  up down out about around approximately nearly almost roughly only just even also both all each every any some more most less least fewer other such same
  not no yet still respectively relative compared versus vs e.g i.e including includes include namely notably specifically remains remain remaining
  achieve achieves achieved achieving reach reaches reached reaching obtain obtains obtained obtaining attain attains attained attaining improve improves improved improving
  reduce reduces reduced reducing increase increases increased increasing decrease decreases decreased decreasing boost boosts boosted boosting cut cuts cutting raise raises raised raising
  outperform outperforms outperformed outperforming surpass surpasses surpassing exceed exceeds exceeding show shows showing shown yield yields yielding provide provides providing
  lower lowers lowering enhance enhances enhancing drop drops dropping dropped save saves saving maintain maintains maintaining using use uses used requires requiring require deliver delivers delivering
  report reports reported demonstrate demonstrates demonstrating gain gains gained accelerate accelerates accelerating speed-up improvement improvements reduction reductions absolute average
  overall significant substantial approx rises rise rose rising falls fall fell degrade degrades degraded degrading contain contains containing preserve preserves preserving retain retains retaining
  score-based scoring scored measuring measured measure measures exhibit exhibits leads lead leading tops topped topping remarkably significantly substantially consistently further additional
`);

/** Nouns of change: what changed is named beside them. */
export const CHANGE =
  /^(?:improvements?|reductions?|increases?|decreases?|gains?|drops?|savings?|boosts?|degradations?|loss|uplift|advantages?|declines?|cuts?|lifts?|growth|jumps?)$/;

/** What may stand between a figure, or a noun of change, and the quantity's name. */
export const SKIP = set(
  'relative absolute average overall mean additional further significant substantial consistent the an a of its their on in and respectively percentage point points total maximum net up to',
);

/** Praise before the name of a quantity: no part of it. */
export const PRAISE = set(
  'competitive superior strong stronger strongest comparable better best state-of-the-art sota impressive remarkable promising excellent outstanding notable great greater favorable high higher highest new record',
);

/** Endings of the names of quantities that recur everywhere. */
export const METRIC_HEAD =
  /^(?:accurac|score|f1|f-score|f0|rate|error|los|latenc|time|speed|speedup|throughput|memory|cost|size|parameter|param|flop|mac|gflop|auc|auroc|auprc|map|ap|iou|miou|psnr|ssim|lpip|fid|bleu|rouge|wer|cer|perplexit|recall|precision|correlation|rmse|mae|mse|fp|length|usage|consumption|efficienc|footprint|overhead|performance|compression|ratio|sensitivit|specificit|dice|dsc|r0|pas|pass|hit|ndcg|mrr|reward|token|agreement|kappa|distance|bandwidth|energy|power|budget|qualit|robustness|consistenc|coverage|completion|succes|vram|storage|complexit)/;

/** What a comparative measures. */
export const IMPLIED: ReadonlyMap<string, string> = new Map([
  ['faster', 'speed'],
  ['slower', 'speed'],
  ['quicker', 'speed'],
  ['speedup', 'speedup'],
  ['speedups', 'speedup'],
  ['speed-up', 'speed-up'],
  ['speed-ups', 'speed-up'],
  ['acceleration', 'speed'],
  ['smaller', 'size'],
  ['larger', 'size'],
  ['lighter', 'size'],
  ['compression', 'compression'],
  ['cheaper', 'cost'],
  ['longer', 'length'],
  ['shorter', 'length'],
]);

/** What a figure in a unit measures when nothing says so. */
export const BY_UNIT: ReadonlyMap<string, string> = new Map([
  ['FPS', 'inference speed'],
  ['tokens/s', 'throughput'],
  ['ms', 'latency'],
  ['us', 'latency'],
  ['s', 'time'],
  ['min', 'time'],
  ['h', 'time'],
  ['days', 'time'],
  ['GPU hours', 'training time'],
  ['KB', 'memory'],
  ['MB', 'memory'],
  ['GB', 'memory'],
  ['TB', 'memory'],
  ['W', 'power consumption'],
  ['J', 'energy'],
]);
