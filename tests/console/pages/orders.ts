/** 客户订单: 我的客户订单 and 订单资源明细. Section 3.14 of DOMAIN.md. */
import { associationTypes, customersMenu, type Page, sales, words } from './page.ts'

const orderTypes = {
  '1': words('新购', 'Purchase'),
  '2': words('续订', 'Renewal'),
  '3': words('变更', 'Change'),
  '4': words('退订', 'Unsubscription'),
}

const orderStates = {
  '3': words('处理中', 'Processing'),
  '4': words('已取消', 'Canceled'),
  '5': words('已完成', 'Completed'),
  '6': words('待支付', 'Pending payment'),
}

export const orders: Page = {
  id: 'orders',
  side: 'partner',
  menu: [sales, customersMenu, words('客户订单', 'Customer Orders')],
  route: '/obmgr/customer/orders',
  tabsInHash: true,
  sheets: [
    {
      id: 'customerOrders',
      words: words('我的客户订单', 'My Customer Orders'),
      answer: {
        method: 'POST',
        path: '/obmgr/rest/bporder/v1/orders/page',
        wrapper: 'retCode',
        list: 'orderInfos',
      },
      identity: 'orderId',
      columns: [
        { key: 'orderId', words: words('订单号', 'Order No.'), width: 210 },
        {
          key: 'customerName',
          words: words('客户名称/账号名', 'Customer Name/Account Name'),
          masked: 'company',
          also: { key: 'accountName', masked: 'account' },
          width: 200,
        },
        { key: 'serviceTypeName', words: words('产品类型', 'Product Type') },
        { key: 'orderType', words: words('订单类型', 'Order Type'), codes: orderTypes },
        { key: 'status', words: words('订单状态', 'Order Status'), codes: orderStates },
        { key: 'officialAmount', words: words('官网价', 'List Price'), show: 'money' },
        { key: 'amountAfterDiscount', words: words('订单金额', 'Order Amount'), show: 'money' },
        { key: 'createTime', words: words('下单时间', 'Ordered On'), show: 'time' },
      ],
      filters: [
        { key: 'orderId', words: words('订单号', 'Order No.'), kind: 'text' },
        {
          key: 'status',
          words: words('订单状态', 'Order Status'),
          kind: 'select',
          codes: orderStates,
        },
      ],
      pageSizes: [10, 20, 50],
      exports: { type: 'CUSTOMER_ORDER', words: words('导出全部', 'Export All'), as: 'xlsx' },
    },
    {
      id: 'orderLines',
      words: words('订单资源明细', 'Order Resource Details'),
      answer: {
        method: 'GET',
        path: '/obmgr/rest/bporder/v1/lines',
        wrapper: 'flat',
        list: 'order_lines',
      },
      identity: 'order_line_id',
      columns: [
        { key: 'order_id', words: words('订单号', 'Order No.'), width: 210 },
        { key: 'resource_id', words: words('资源ID', 'Resource ID'), width: 270 },
        {
          key: 'cust_name',
          words: words('客户名称/账号名', 'Customer Name/Account Name'),
          masked: 'company',
          also: { key: 'cust_account', masked: 'account' },
          width: 200,
        },
        { key: 'product_type', words: words('产品类型', 'Product Type') },
        { key: 'order_type', words: words('订单类型', 'Order Type'), codes: orderTypes },
        {
          key: 'relation_type',
          words: words('关联类型', 'Association Type'),
          codes: associationTypes,
        },
        {
          key: 'is_renewed',
          words: words('是否续订', 'Renewed'),
          codes: { Y: words('是', 'Yes'), N: words('否', 'No') },
        },
        {
          key: 'line_amount',
          words: words('订单行金额（元）', 'Line Amount (CNY)'),
          show: 'amount',
        },
        {
          key: 'line_expire_time',
          words: words('订单行失效时间', 'Line Expires On'),
          show: 'time',
        },
        { key: 'order_status', words: words('订单状态', 'Order Status'), codes: orderStates },
      ],
      filters: [{ key: 'order_id', words: words('订单号', 'Order No.'), kind: 'text' }],
      pageSizes: [20, 50, 100],
      exports: {
        type: 'ORDER_LINE',
        words: words('按订单行失效时间导出', 'Export by Line Expiration'),
        as: 'csv',
      },
    },
  ],
}
