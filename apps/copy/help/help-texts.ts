// All help texts by the path of their command.

import { accountHelp } from './account-help.ts';
import { aidHelp } from './aid-help.ts';
import { auditHelp } from './audit-help.ts';
import { claimsHelp } from './claims-help.ts';
import type { HelpTexts } from './command-help.ts';
import { contributionHelp } from './contribution-help.ts';
import { fieldHelp } from './field-help.ts';
import { financeHelp } from './finance-help.ts';
import { hospitalHelp } from './hospital-help.ts';
import { houseHelp } from './house-help.ts';
import { letterHelp } from './letter-help.ts';
import { moneyHelp } from './money-help.ts';
import { officeHelp } from './office-help.ts';
import { outreachHelp } from './outreach-help.ts';
import { peopleHelp } from './people-help.ts';
import { reportHelp } from './report-help.ts';
import { rulesHelp } from './rules-help.ts';
import { scheduleHelp } from './schedule-help.ts';
import { programHelp } from './shared-help.ts';
import { takeOverHelp } from './take-over-help.ts';

export const helpTexts: HelpTexts = {
  '': programHelp,
  ...houseHelp,
  ...auditHelp,
  ...officeHelp,
  ...accountHelp,
  ...peopleHelp,
  ...claimsHelp,
  ...fieldHelp,
  ...hospitalHelp,
  ...outreachHelp,
  ...letterHelp,
  ...aidHelp,
  ...moneyHelp,
  ...contributionHelp,
  ...financeHelp,
  ...reportHelp,
  ...scheduleHelp,
  ...rulesHelp,
  ...takeOverHelp,
};
