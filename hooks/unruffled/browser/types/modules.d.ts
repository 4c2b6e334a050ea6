// Types that modules of core/ define, by names that hold everywhere.

type Assignment = import("../core/assignment.js").Assignment;
type Decisions = import("../core/decisions.js").Decisions;
type Handed = import("../core/cohort.js").Handed;
type Listed = import("../core/roster.js").Listed;
type Mark = import("../core/marks.js").Mark;
type Past = import("../core/past.js").Past;
type Person = import("../core/people.js").Person;
type Reason = import("../core/database.js").Reason;
type Run = import("../core/runs.js").Run;
type Signoff = import("../core/signoff.js").Signoff;
type Step = import("../core/steps.js").Step;
