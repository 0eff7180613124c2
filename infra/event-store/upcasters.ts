// Old event shapes are read as today's; what was written stays as it was, for ever.
import type { EventType } from '../../domain/catalogue.ts';
import type { Json } from '../../domain/envelope.ts';

/** Pure: from the shape of one schema version to the next. */
export type Upcaster = (data: Json) => Json;

/** Key: `Type@schemaVersion` of the shape it starts from. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export type Shaped = { readonly schemaVersion: number; readonly data: Json };

export const noUpcasters: Upcasters = {};

/** One for each shape the product has left behind; golden files prove that they lead to today's. */
export const productUpcasters: Upcasters = {
  // Before, one payment that did not fit refused its whole run: none was ever left out.
  // Before, decisions said their day by their instant alone, and a letter set no limit.
  'BindingDeterminationRecorded@1': (data) => data,
  // Before, no death was suspected of work: none said when the suspicion came.
  'CareGuaranteed@1': (data) => data,
  'ClaimApproved@1': (data) => data,
  'DocumentsCompleted@1': (data) => data,
  'ClaimRejected@2': (data) => data,
  'ClaimApproved@2': (data) => data,
  'DeterminationReported@1': (data) => data,
  'ClaimRouted@1': (data) => data,
  'SecondStageReported@1': (data) => data,
  'IncidentReported@1': (data) => data,
  'PayableCreated@1': (data) => data,
  // Before, no hospital was owed anything.
  'PayableCreated@2': (data) => data,
  'ClaimRecommended@1': (data) => data,
  'ClaimRejected@1': (data) => data,
  // Before, what was disputed was nowhere added up.
  'BillDifferencesDecided@1': (data) => data,
  // Before, whose money pays a bill was nowhere said.
  'ContributionBilled@1': (data) => data,
  // Before, files were kept as they came: nobody looked at their bytes.
  'DocumentReceived@1': (data) => data,
  // Before, who concluded, and that an objection came late, stood nowhere.
  'DecisionObjected@1': (data) => data,
  // Before, nobody compared the name of the account with that of the heir.
  'HeirsDetermined@1': (data) => data,
  'IncidentConcluded@1': (data) => data,
  // Before, an attempt named no attempt that it replaces.
  'PaymentIntended@1': (data) => data,
  // Before, a return and a dispute were of the day on which the office read of them.
  'PaymentDisputed@1': (data) => data,

  'PaymentReturned@1': (data) => data,
  // Before, a recovery did not say whose decision's money it reclaims.
  'RecoveryDecided@1': (data) => data,
  // Before, who made a letter stood in its envelope alone.
  'LetterIssued@1': (data) => data,
  'RoleAppointed@1': (data) => data,
  'ScheduledRunAssembled@1': (data) => data,
  'ScheduledRunRefused@1': (data) => data,
} satisfies Readonly<Record<`${EventType}@${number}`, Upcaster>>;

/** Applies one upcaster after another until none starts from the version reached. */
export const upcast = (upcasters: Upcasters, type: string, stored: Shaped): Shaped => {
  let { schemaVersion, data } = stored;
  for (
    let step = upcasters[`${type}@${schemaVersion}`];
    step !== undefined;
    step = upcasters[`${type}@${schemaVersion}`]
  ) {
    data = step(data);
    schemaVersion += 1;
  }
  return { schemaVersion, data };
};
