import type { MessageId } from '../../text/say';
import { sentence } from '../sentence';
import { literal } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import type { QuotaKey } from './quota-layout';

/** What somebody should look at, in words; the first that is true. */
export function flag(
  context: QuotaContext,
  me: (key: QuotaKey) => string,
  sumOf: (key: QuotaKey, ...more: string[]) => string,
  note: string,
  applies: string,
): string {
  const { say } = context;
  const notable = `(100*N(${formulas(context).setting('notable')}))`;
  const words = (id: MessageId) => literal(say(id));
  const isText = (['override', 'floor', 'cap', 'lastYear'] as const).map(
    (key) => `ISTEXT(${me(key)})*(${me(key)}<>"")+(N(${me(key)})<0)`,
  );
  const ofQuota = `(${me('fullInForce')}/${sumOf('fullInForce')})`;
  const ofPotential = `(${me('potential')}/${sumOf('potential', applies, '1')})`;
  const off = `ROUND(100*(${ofQuota}/${ofPotential}-1),0)`;
  const said = (id: 'quota.flag.above' | 'quota.flag.below', percent: string) =>
    sentence(say, id, { percent });
  const apart =
    `IFERROR(IF(${off}>${notable},${said('quota.flag.above', off)},` +
    `IF(${off}<-${notable},${said('quota.flag.below', `-${off}`)},"")),"")`;
  return (
    `=IF(${me('applies')}=0,${words('quota.flag.noLine')},IF(IFERROR(${note}&"","")<>"",IFERROR(${note}&"",""),` +
    `IF(AND(ISNUMBER(${me('floor')}),ISNUMBER(${me('cap')}),N(${me('floor')})>N(${me('cap')})),${words('quota.flag.bounds')},` +
    `IF(OR(${isText.join(',')}),${words('quota.flag.text')},` +
    `IF(AND(ISNUMBER(${me('override')}),${me('reason')}&""=""),${words('quota.flag.reason')},` +
    `IF((${me('lastYearIn')}<>"")*ISNUMBER(${formulas(context).setting('growth')})*(1-ISNUMBER(${me('lastYear')}))=1,` +
    `${sentence(say, 'quota.flag.noGrowth', { currency: me('lastYearIn') })},` +
    `IF(${me('potential')}<=0,${words('quota.flag.noPotential')},${apart})))))))`
  );
}
