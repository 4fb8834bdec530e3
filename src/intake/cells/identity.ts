import { shortSalesforceId } from '../../plan/salesforce-id';

/**
 * What two ids of one account have in common: an 18-character Salesforce id whose checksum is right
 * equals its first 15 characters; Dynamics ids count without braces and case. Everything else counts as
 * it stands, case included.
 */
export function idKey(id: string): string {
  const short = shortSalesforceId(id);
  if (short !== undefined) return short;
  if (/^\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$/.test(id)) {
    return id.replace(/[{}]/g, '').toLowerCase();
  }
  return id;
}
