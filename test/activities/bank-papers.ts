// The papers of a bank about one payment, as files that the house reads.

const xml = (text: string) => new TextEncoder().encode(text);

/** A status report that refuses one payment for its account. */
export const rejection = (endToEndId: string) =>
  xml(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr>
<MsgId>R1</MsgId><CreDtTm>2026-11-21T00:00:00Z</CreDtTm></GrpHdr><OrgnlGrpInfAndSts>
<OrgnlMsgId>M1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>
</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>G1</OrgnlPmtInfId><TxInfAndSts>
<OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn>
</StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`);

/** A statement that books one payment. */
export const booking = (endToEndId: string) => statement(endToEndId, 'DBIT');

/** The bank books it back, days later. */
export const comesBack = (endToEndId: string) => statement(endToEndId, 'CRDT');

const RETURN = '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>';
const statement = (endToEndId: string, direction: 'DBIT' | 'CRDT') =>
  xml(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr>
<MsgId>S-${direction}</MsgId><CreDtTm>2026-11-21T00:00:00Z</CreDtTm></GrpHdr><Stmt><Id>1</Id>
<Acct><Id><Othr><Id>1240018000777</Id></Othr></Id></Acct><Ntry><Amt Ccy="IDR">42000000.00</Amt>
<CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>REF-${direction}</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs>
<Amt Ccy="IDR">42000000.00</Amt>${direction === 'CRDT' ? RETURN : ''}</TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`);
