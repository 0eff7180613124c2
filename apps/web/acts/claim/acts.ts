// Acts on a claim, in the order of a case: one line each.
import type { WebAct } from '../act.ts';
import { approve, escalate, reject, returnToVerifier } from './decision-acts.ts';
import { assign, release } from './desk-acts.ts';
import { acceptPaper, receivePaper, returnPaper } from './paper-acts.ts';
import { check, recommend, reopen, withdraw } from './verifier-acts.ts';

export const claimActs: readonly WebAct[] = [
  assign,
  release,
  receivePaper,
  acceptPaper,
  returnPaper,
  check,
  recommend,
  approve,
  returnToVerifier,
  reject,
  escalate,
  withdraw,
  reopen,
];
