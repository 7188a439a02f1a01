// The GraphQL documents, checked against the Admin API's reference of version 2026-10.

// A query may cost 1,000 points: an object 1, a connection its size times its node. So few orders a page, with few lines;
// an order with more is read by itself.
const ORDER_FIELDS = `
  id name createdAt updatedAt cancelledAt test email phone customerLocale
  displayFinancialStatus displayFulfillmentStatus discountCodes
  totalPriceSet { shopMoney { amount currencyCode } }`;

const LINE_FIELDS = `
  id title sku quantity
  product { id }
  originalUnitPriceSet { shopMoney { amount currencyCode } }`;

const REFUND_FIELDS = `
  id createdAt note
  totalRefundedSet { shopMoney { amount currencyCode } }`;

const CUSTOMER_FIELDS = `
  id firstName lastName locale tags createdAt updatedAt
  defaultEmailAddress { emailAddress marketingState }
  defaultPhoneNumber { phoneNumber marketingState }
  defaultAddress { countryCodeV2 provinceCode city }`;

/** How many refunds of an order a page of a customer's history has; an order with as many may have more. */
export const REFUNDS_A_PAGE = 5;

/** One order with its customer; `$after` goes on through its lines. */
export const ORDER = `query Order($id: ID!, $after: String) {
  order(id: $id) {${ORDER_FIELDS}
    lineItems(first: 100, after: $after) {
      nodes {${LINE_FIELDS} }
      pageInfo { hasNextPage endCursor }
    }
    refunds(first: 100) {${REFUND_FIELDS} }
    customer {${CUSTOMER_FIELDS} }
  }
}`;

/** A customer with a page of their orders. */
export const CUSTOMER_HISTORY = `query CustomerHistory($id: ID!, $after: String) {
  customer(id: $id) {${CUSTOMER_FIELDS}
    orders(first: 10, after: $after) {
      nodes {${ORDER_FIELDS}
        lineItems(first: 10) {
          nodes {${LINE_FIELDS} }
          pageInfo { hasNextPage endCursor }
        }
        refunds(first: ${REFUNDS_A_PAGE}) {${REFUND_FIELDS} }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** Makes a code. */
export const CREATE_DISCOUNT = `mutation CreateDiscount($basicCodeDiscount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {
    codeDiscountNode { id }
    userErrors { field message code }
  }
}`;

/** The code as the shop has it; the look-up takes no notice of upper and lower case. */
export const FIND_DISCOUNT = `query FindDiscount($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
    codeDiscount {
      __typename
      ... on DiscountCodeBasic {
        usageLimit
        asyncUsageCount
        endsAt
        customerGets {
          value {
            __typename
            ... on DiscountPercentage { percentage }
            ... on DiscountAmount { amount { amount currencyCode } }
          }
        }
      }
    }
  }
}`;

/** Ends a code: it stays in the shop, and is good for nothing. */
export const WITHDRAW_DISCOUNT = `mutation WithdrawDiscount($id: ID!) {
  discountCodeDeactivate(id: $id) { userErrors { field message code } }
}`;

/** The tags of a customer. */
export const CUSTOMER_TAGS = `query CustomerTags($id: ID!) {
  customer(id: $id) { tags }
}`;

/** Puts tags on anything that has an id. */
export const ADD_TAGS = `mutation AddTags($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) { userErrors { field message } }
}`;

/** Takes tags off anything that has an id. */
export const REMOVE_TAGS = `mutation RemoveTags($id: ID!, $tags: [String!]!) {
  tagsRemove(id: $id, tags: $tags) { userErrors { field message } }
}`;

/** Harmless, and needs no scope. */
export const SHOP_NAME = 'query ShopName { shop { name } }';

/** What of an order can be refunded, shipping included, and the refunds it has. */
export const REFUNDABLE = `query Refundable($id: ID!) {
  order(id: $id) {
    refunds(first: 100) { id note }
    suggestedRefund(suggestFullRefund: true, refundShipping: true) {
      suggestedTransactions {
        amountSet { presentmentMoney { amount currencyCode } }
        gateway
        parentTransaction { id }
      }
    }
  }
}`;

/** Adds to a customer's store credit; `notify` since 2026-01. */
export const GIVE_CREDIT = `mutation GiveCredit($id: ID!, $input: StoreCreditAccountCreditInput!) {
  storeCreditAccountCredit(id: $id, creditInput: $input) {
    storeCreditAccountTransaction { id }
    userErrors { field message }
  }
}`;

/** Refunds money; since 2026-04 not without a key, under which it is made once. */
export const CREATE_REFUND = `mutation CreateRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id }
    userErrors { field message }
  }
}`;
