const ACCOUNT_ID = /^001[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/;

export const isSalesforceAccount = (id: string): boolean => ACCOUNT_ID.test(id.trim());
