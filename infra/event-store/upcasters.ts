// Old event shapes are read as today's; what was written stays as it was, for ever.
import type { EventType } from '../../domain/catalogue.ts';
import type { Json } from '../../domain/envelope.ts';

/** Pure: from the shape of one schema version to the next. */
export type Upcaster = (data: Json) => Json;

/** Key: `Type@schemaVersion` of the shape it starts from. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export type Shaped = { readonly schemaVersion: number; readonly data: Json };

export const noUpcasters: Upcasters = {};

/** The new version only allows what the old one never held: what was written reads as today's. */
export const sameShape: Upcaster = (data) => data;

/** One for each shape the product has left behind; golden files prove that they lead to today's. */
export const productUpcasters: Upcasters = {
  // Before, one payment that did not fit refused its whole run: none was ever left out.
  // Before, decisions said their day by their instant alone, and a letter set no limit.
  'BindingDeterminationRecorded@1': sameShape,
  // Before, no death was suspected of work: none said when the suspicion came.
  'CareGuaranteed@1': sameShape,
  'ClaimApproved@1': sameShape,
  'DocumentsCompleted@1': sameShape,
  'ClaimRejected@2': sameShape,
  'ClaimApproved@2': sameShape,
  'DeterminationReported@1': sameShape,
  'ClaimRouted@1': sameShape,
  'SecondStageReported@1': sameShape,
  'IncidentReported@1': sameShape,
  // Before, the fields of Pasal 48A stood in the story.
  'IncidentReported@2': sameShape,
  'IncidentReportLinked@1': sameShape,
  'PayableCreated@1': sameShape,
  // Before, no hospital was owed anything.
  'PayableCreated@2': sameShape,
  'ClaimRecommended@1': sameShape,
  'ClaimRejected@1': sameShape,
  // Before, what was disputed was nowhere added up.
  'BillDifferencesDecided@1': sameShape,
  // Before, whose money pays a bill was nowhere said.
  'ContributionBilled@1': sameShape,
  // Before, files were kept as they came: nobody looked at their bytes.
  'DocumentReceived@1': sameShape,
  // Before, who concluded, and that an objection came late, stood nowhere.
  'DecisionObjected@1': sameShape,
  // Before, nobody compared the name of the account with that of the heir.
  'HeirsDetermined@1': sameShape,
  'IncidentConcluded@1': sameShape,
  // Before, an attempt named no attempt that it replaces.
  'PaymentIntended@1': sameShape,
  // Before, a return and a dispute were of the day on which the office read of them.
  'PaymentDisputed@1': sameShape,
  'PaymentReturned@1': sameShape,
  // Before, a recovery did not say whose decision's money it reclaims.
  'RecoveryDecided@1': sameShape,
  // Before, who made a letter stood in its envelope alone.
  'LetterIssued@1': sameShape,
  'RoleAppointed@1': sameShape,
  'ScheduledRunAssembled@1': sameShape,
  'ScheduledRunRefused@1': sameShape,
} satisfies Readonly<Record<`${EventType}@${number}`, Upcaster>>;

/**
 * Today's version of a shape whose data reads as it was written; undefined where an upcaster changes it,
 * and for such a one the data must be parsed.
 */
export const versionOfSameShape = (
  upcasters: Upcasters,
  type: string,
  version: number,
): number | undefined => {
  let reached = version;
  for (let step = upcasters[`${type}@${reached}`]; step !== undefined; ) {
    if (step !== sameShape) return undefined;
    reached += 1;
    step = upcasters[`${type}@${reached}`];
  }
  return reached;
};

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
