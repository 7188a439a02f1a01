// The answers of the Admin API, one schema a query: only the fields we read.
import { z } from 'zod';
import { Id, Instant, MoneyValue, Text } from './values.ts';

const ShopMoney = z.object({ shopMoney: MoneyValue }).transform((set) => set.shopMoney);
const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).nullish();
export type PageInfo = z.infer<typeof PageInfo>;

/** A customer; `marketingState` goes with the address it is about. */
export const CustomerNode = z.object({
  id: Id,
  firstName: Text,
  lastName: Text,
  locale: Text,
  tags: z.array(z.string()).nullish(),
  createdAt: Instant,
  updatedAt: Instant.nullish(),
  defaultEmailAddress: z.object({ emailAddress: Text, marketingState: Text }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: Text, marketingState: Text }).nullish(),
  defaultAddress: z.object({ countryCodeV2: Text, provinceCode: Text, city: Text }).nullish(),
});
export type CustomerNode = z.infer<typeof CustomerNode>;

const LineNode = z.object({
  id: Id,
  title: z.string(),
  sku: Text,
  quantity: z.int().nonnegative(),
  product: z.object({ id: Id }).nullish(),
  originalUnitPriceSet: ShopMoney,
});
export type LineNode = z.infer<typeof LineNode>;

const RefundNode = z.object({
  id: Id,
  createdAt: Instant.nullish(),
  note: Text,
  totalRefundedSet: ShopMoney,
});

/** An order, of which the lines may be a page. */
export const OrderNode = z.object({
  id: Id,
  name: Text,
  createdAt: Instant,
  updatedAt: Instant.nullish(),
  cancelledAt: Instant.nullish(),
  test: z.boolean().nullish(),
  email: Text,
  phone: Text,
  customerLocale: Text,
  displayFinancialStatus: Text,
  displayFulfillmentStatus: Text,
  discountCodes: z.array(z.string()).nullish(),
  totalPriceSet: ShopMoney,
  lineItems: z.object({ nodes: z.array(LineNode), pageInfo: PageInfo }),
  refunds: z
    .array(RefundNode)
    .nullish()
    .transform((refunds) => refunds ?? []),
});
export type OrderNode = z.infer<typeof OrderNode>;

const OrderWithCustomer = OrderNode.extend({ customer: CustomerNode.nullish() });
export type OrderWithCustomer = z.infer<typeof OrderWithCustomer>;

/** An order by its id. */
export const OrderAnswer = z.object({ order: OrderWithCustomer.nullish() });
export type OrderAnswer = z.infer<typeof OrderAnswer>;

const CustomerPage = CustomerNode.extend({
  orders: z.object({ nodes: z.array(OrderNode), pageInfo: PageInfo }),
});
export type CustomerPage = z.infer<typeof CustomerPage>;

/** A customer by their id, with a page of their orders. */
export const CustomerHistoryAnswer = z.object({ customer: CustomerPage.nullish() });

/** What a mutation refused; `code` is a discount's only. */
const UserErrors = z.array(
  z.object({ field: z.array(z.string()).nullish(), code: z.string().nullish() }),
);
export type UserErrors = z.infer<typeof UserErrors>;

/** The new code's discount, or why there is none. */
export const CreateDiscountAnswer = z.object({
  discountCodeBasicCreate: z.object({
    codeDiscountNode: z.object({ id: z.string() }).nullish(),
    userErrors: UserErrors,
  }),
});

/** A discount by its code; of another kind than ours it gives neither a percentage nor an amount. */
export const FindDiscountAnswer = z.object({
  codeDiscountNodeByCode: z
    .object({
      id: z.string(),
      codeDiscount: z.object({
        usageLimit: z.int().nullish(),
        asyncUsageCount: z.int().nullish(),
        endsAt: Instant.nullish(),
        customerGets: z
          .object({
            value: z.object({ percentage: z.number().nullish(), amount: MoneyValue.nullish() }),
          })
          .nullish(),
      }),
    })
    .nullish(),
});

/** What was refused of ending a code. */
export const WithdrawDiscountAnswer = z
  .object({ discountCodeDeactivate: z.object({ userErrors: UserErrors }) })
  .transform((answer) => answer.discountCodeDeactivate.userErrors);

/** What of an order can be refunded, a payment each, in the currency it was paid in; and the refunds so far. */
export const RefundableAnswer = z.object({
  order: z
    .object({
      refunds: z.array(z.object({ id: z.string(), note: Text })),
      suggestedRefund: z
        .object({
          suggestedTransactions: z.array(
            z.object({
              amountSet: z
                .object({ presentmentMoney: MoneyValue })
                .transform((set) => set.presentmentMoney),
              gateway: Text,
              parentTransaction: z.object({ id: z.string() }).nullish(),
            }),
          ),
        })
        .nullish(),
    })
    .nullish(),
});

/** The new refund, or why there is none. */
export const CreateRefundAnswer = z.object({
  refundCreate: z.object({
    refund: z.object({ id: z.string() }).nullish(),
    userErrors: UserErrors,
  }),
});

/** The credit that was given, or why there is none. */
export const GiveCreditAnswer = z.object({
  storeCreditAccountCredit: z.object({
    storeCreditAccountTransaction: z.object({ id: z.string() }).nullish(),
    userErrors: UserErrors,
  }),
});

/** A customer's tags; null: nobody has this id. */
export const CustomerTagsAnswer = z.object({
  customer: z.object({ tags: z.array(z.string()) }).nullish(),
});

const TagsPayload = z.object({ userErrors: UserErrors });

/** What was refused of tags put on. */
export const AddTagsAnswer = z
  .object({ tagsAdd: TagsPayload })
  .transform((answer) => answer.tagsAdd.userErrors);

/** What was refused of tags taken off. */
export const RemoveTagsAnswer = z
  .object({ tagsRemove: TagsPayload })
  .transform((answer) => answer.tagsRemove.userErrors);

/** The shop's name. */
export const ShopNameAnswer = z.object({ shop: z.object({ name: z.string() }) });
