// Types that modules of core/ define, by names that hold everywhere.

type Assignment = import("../core/assignment.js").Assignment;
type Decisions = import("../core/people.js").Decisions;
type Handed = import("../core/cohort.js").Handed;
type Past = import("../core/past.js").Past;
type Person = import("../core/people.js").Person;
type Reason = import("../core/database.js").Reason;
type Run = import("../core/runs.js").Run;
type Step = import("../core/steps.js").Step;
