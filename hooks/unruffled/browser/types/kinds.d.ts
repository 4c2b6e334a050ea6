// The modules of the kinds of questions do what `Kind` says: the checker reads each line as a claim.

type Does<K, M extends K> = M;

interface Kinds {
  single: Does<
    Kind<ChoiceQuestion, string[], string[]>,
    typeof import("../../kinds/single/single.js")
  >;
  multiple: Does<
    Kind<ChoiceQuestion, string[], string[]>,
    typeof import("../../kinds/multiple/multiple.js")
  >;
  true_false: Does<
    Kind<ChoiceQuestion, string[], string[]>,
    typeof import("../../kinds/true_false/true_false.js")
  >;
  spot: Does<Kind<ChoiceQuestion, string[], string[]>, typeof import("../../kinds/spot/spot.js")>;
  ordering: Does<
    Kind<OrderQuestion, string[], string[]>,
    typeof import("../../kinds/ordering/ordering.js")
  >;
  matching: Does<
    Kind<MatchingQuestion, Record<string, string>, Record<string, string>>,
    typeof import("../../kinds/matching/matching.js")
  >;
  sorting: Does<
    Kind<SlotQuestion, Record<string, string>, Record<string, string>>,
    typeof import("../../kinds/sorting/sorting.js")
  >;
  choose_in_text: Does<
    Kind<ListQuestion, Record<string, string>, Record<string, string>>,
    typeof import("../../kinds/choose_in_text/choose_in_text.js")
  >;
  fill_in: Does<
    Kind<TypedQuestion, string, TypedKey>,
    typeof import("../../kinds/fill_in/fill_in.js")
  >;
  rewrite: Does<
    Kind<RewriteQuestion, Rewritten, number>,
    typeof import("../../kinds/rewrite/rewrite.js")
  >;
}
