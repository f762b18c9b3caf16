import { choice, id, month, text, type FieldNames } from './define'

/** Fields that many kinds share under the same names, said once. */
export const customerId = (...wire: string[]) =>
  id({
    zh: ['客户ID', '客户账号ID', '子客户ID'],
    en: ['Customer ID', 'Customer account ID', 'Subcustomer ID'],
    wire: [
      'customer_id',
      'sub_customer_id',
      'cust_id',
      'customer_domain_id',
      'end_customer_id',
      ...wire,
    ],
  })
/** @param more what a kind calls its customers besides */
export const customerName = ({ zh = [], en = [] }: Partial<FieldNames> = {}) =>
  text({
    personal: 'company',
    zh: [
      ...zh,
      '客户名称',
      '客户姓名',
      '客户',
      '企业名称',
      '客户企业名称',
      '所属客户',
      '归属客户',
      '客户全称',
      '客户名',
      '关联客户',
      '最终客户',
      '最终客户名称',
      '终端客户名称',
    ],
    en: [
      ...en,
      'Customer name',
      'Customer',
      'Client name',
      'Company name',
      'End customer',
      'End customer name',
      'Client',
    ],
    wire: ['customer_name', 'customer', 'customer_title', 'company_name'],
  })
export const accountName = ({ zh = [], en = [] }: Partial<FieldNames> = {}) =>
  text({
    personal: 'account',
    zh: [
      ...zh,
      '客户账号名',
      '账号名',
      '客户账号',
      '账号名称',
      '客户账号名称',
      '账号',
      '登录账号',
      '用户名',
      '登录名',
      '客户登录账号',
      '客户账户名',
      '账户名',
      '账户名称',
      '华为云账号',
      '华为云账号名',
      '客户华为云账号',
      '云账号',
    ],
    en: [
      ...en,
      'Account name',
      'Customer account',
      'Customer account name',
      'Account',
      'Username',
      'Login name',
      'HUAWEI CLOUD account',
      'Huawei Cloud account name',
      'Login account',
    ],
    wire: [
      'account_name',
      'customer_account',
      'customer_account_name',
      'account',
      'login_name',
      'user_name',
      'customer_login_name',
    ],
  })
export const manager = () =>
  text({
    zh: [
      '客户经理',
      '客户经理姓名',
      '负责人',
      '客户经理名称',
      '责任人',
      '跟进人',
      '处理人',
      '经办人',
      '销售经理',
      '销售负责人',
      '客户负责人',
    ],
    en: [
      'Account manager',
      'Manager',
      'Account manager name',
      'Responsible person',
      'Owner',
      'Assigned to',
      'Handled by',
      'Sales manager',
      'Person in charge',
      'Handler',
    ],
    wire: [
      'account_manager',
      'manager_name',
      'manager',
      'account_manager_name',
      'customer_manager',
      'customer_manager_name',
      'bd_name',
      'account_managers.account_name',
      'owner',
      'owner_name',
      'assignee',
    ],
  })
export const association = () =>
  choice({
    zh: [
      '关联类型',
      '关联模式',
      '合作模式',
      '客户关联类型',
      '关联方式',
      '合作类型',
      '销售模式',
      '销售类型',
      '业务模式',
      '交易模式',
      '伙伴模式',
    ],
    en: [
      'Association type',
      'Association',
      'Association mode',
      'Cooperation mode',
      'Sales model',
      'Sales mode',
      'Business model',
    ],
    wire: [
      'association_type',
      'association',
      'coop_type',
      'cooperation_type',
      'sales_mode',
      'sales_type',
    ],
    values: {
      referral: {
        zh: ['顾问销售', '顾问销售类', '顾问销售模式', '顾问销售客户'],
        en: ['Referral', 'Referral model', 'Sales partner', 'Referral sales', 'Advisory sales'],
        codes: ['1'],
      },
      resale: {
        zh: ['代售', '转售', '代售类', '代售模式', '转售模式', '转售类'],
        en: ['Reseller', 'Resale', 'Reseller model', 'Agency sales', 'Agency sale', 'Resell'],
        codes: ['2', '3'],
      },
    },
  })
export const chargeMode = () =>
  choice({
    zh: [
      '计费模式',
      '付费方式',
      '计费类型',
      '支付方式',
      '计费方式',
      '付费类型',
      '付费模式',
      '购买模式',
      '订购模式',
      '购买方式',
    ],
    en: [
      'Billing mode',
      'Charging mode',
      'Charge mode',
      'Pricing mode',
      'Payment mode',
      'Billing type',
      'Billing method',
    ],
    wire: [
      'charge_mode',
      'charging_mode',
      'billing_mode',
      'pay_mode',
      'bill_mode',
      'charge_type',
      'charging_type',
      'pay_model',
      'pay_type',
    ],
    values: {
      subscription: {
        zh: ['包年/包月', '包周期', '预付费', '包年', '包月', '包天'],
        en: ['Yearly/Monthly', 'Subscription', 'Prepaid', 'Monthly/Yearly', 'Yearly', 'Monthly'],
        codes: ['1'],
      },
      'on-demand': {
        zh: ['按需', '按需计费', '按需付费', '后付费'],
        en: ['Pay-per-use', 'On-demand', 'Postpaid', 'Pay-as-you-go', 'PAYG'],
        codes: ['3'],
      },
      reserved: {
        zh: ['预留实例'],
        en: ['Reserved instance', 'Reserved', 'Reserved Instances', 'RI'],
        codes: ['10'],
      },
      'savings-plan': {
        zh: ['节省计划'],
        en: ['Savings plan', 'Savings Plans', 'Savings plans used'],
        codes: ['11'],
      },
    },
  })
export const serviceType = () =>
  id({
    zh: [
      '云服务类型编码',
      '云服务类型',
      '产品类型',
      '产品类型编码',
      '产品编码',
      '云服务编码',
      '服务编码',
    ],
    en: ['Service type code', 'Service code', 'Product code'],
    wire: [
      'service_type_code',
      'cloud_service_type',
      'cloud_service_type_code',
      'service_type',
      'svc_code',
      'product_type_code',
    ],
  })
export const serviceName = () =>
  text({
    zh: [
      '产品类型',
      '云服务类型',
      '云服务',
      '产品',
      '服务类型',
      '云服务名称',
      '产品类型名称',
      '产品名称',
      '云产品',
      '服务名称',
      '服务',
      '云产品类型',
      '云服务产品',
    ],
    en: [
      'Service type',
      'Product type',
      'Service',
      'Cloud service',
      'Product',
      'Product name',
      'Cloud product',
      'Cloud service type',
    ],
    wire: [
      'service_type_name',
      'cloud_service_type_name',
      'product_type_name',
      'service_name',
      'product_type',
      'cloud_service_name',
      'product_name',
      'cloud_product_name',
      'service_type_desc',
    ],
  })
export const resourceType = () =>
  id({
    zh: ['资源类型编码', '资源编码', '资源类型'],
    en: ['Resource type code'],
    wire: ['resource_type_code', 'resource_type', 'resource_type_id'],
  })
export const resourceTypeName = () =>
  text({
    zh: ['资源类型', '资源类型名称', '资源种类'],
    en: ['Resource type', 'Resource category'],
    wire: ['resource_type_name', 'resource_type_desc'],
  })
export const region = () =>
  text({
    zh: ['区域', '地域', '资源区域', '区域名称', '地区', '区域编码', '云服务区', '云服务区编码'],
    en: ['Region', 'Location', 'Resource region'],
    wire: ['region_code', 'region', 'region_id', 'region_name'],
  })
export const spec = () =>
  text({
    zh: [
      '规格',
      '产品规格',
      '资源规格',
      '规格描述',
      '产品规格描述',
      '配置',
      '实例规格',
      '规格型号',
      '规格说明',
      '规格名称',
    ],
    en: [
      'Specifications',
      'Product specifications',
      'Flavor',
      'Configuration',
      'Instance type',
      'Instance specifications',
      'Instance flavor',
    ],
    wire: [
      'product_spec_desc',
      'resource_spec_code',
      'spec_desc',
      'spec',
      'spec_code',
      'product_spec',
      'flavor',
      'resource_spec',
      'spec_name',
    ],
  })
export const billMonth = () =>
  month({
    zh: [
      '账期',
      '消费时间',
      '消费月份',
      '月份',
      '账单月份',
      '统计月份',
      '账单周期',
      '消费月',
      '消费账期',
      '计费周期',
      '账务周期',
      '出账周期',
      '出账月份',
      '出账账期',
      '消费周期',
    ],
    en: [
      'Billing cycle',
      'Month',
      'Spent on',
      'Bill month',
      'Billing month',
      'Billing period',
      'Bill period',
      'Statement month',
      'Accounting period',
    ],
    wire: [
      'bill_cycle',
      'billing_cycle',
      'cycle',
      'month',
      'bill_month',
      'period',
      'month_id',
      'stat_month',
      'consume_month',
      'period_id',
      'charge_month',
      'account_period',
    ],
  })
export const orderNo = () =>
  id({
    zh: [
      '订单号',
      '订单编号',
      '订单号/交易编号',
      '交易编号',
      '交易流水号',
      '交易号',
      '流水号',
      '续订订单号',
      '续费订单号',
      '待续订订单号',
      '原订单号',
      '订单',
      '交易单号',
    ],
    en: ['Order No.', 'Order/Transaction ID', 'Transaction ID', 'Order'],
    wire: [
      'order_id',
      'trade_id',
      'transaction_id',
      'order_id_or_trade_id',
      'order_code',
      'trans_id',
    ],
  })
export const taskStatus = () =>
  choice({
    zh: ['状态', '任务状态', '处理状态', '跟进状态'],
    en: ['Status', 'Task status', 'Processing status'],
    wire: ['status', 'task_status', 'state', 'task_state', 'handle_status', 'process_status'],
    values: {
      open: {
        zh: ['待处理', '未处理', '未开始', '待跟进', '待办', '待分配', '待认领', '新建'],
        en: [
          'To be processed',
          'Pending',
          'Open',
          'Not started',
          'To do',
          'New',
          'To be handled',
          'Unprocessed',
        ],
      },
      doing: {
        zh: ['处理中', '进行中', '跟进中', '执行中', '已跟进'],
        en: [
          'Processing',
          'In progress',
          'Ongoing',
          'In process',
          'Being processed',
          'Following up',
        ],
      },
      done: {
        zh: ['已完成', '已处理', '完成', '处理完成', '已办结'],
        en: ['Completed', 'Done', 'Processed', 'Complete', 'Finished', 'Handled'],
      },
      closed: {
        zh: ['已关闭', '已取消', '已终止', '已作废'],
        en: ['Closed', 'Canceled', 'Cancelled', 'Terminated'],
      },
    },
  })
