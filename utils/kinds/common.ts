import { choice, id, month, text } from './define'

/** Fields that many kinds share under the same names, said once. */
export const customerId = (...wire: string[]) =>
  id({
    zh: ['客户ID', '客户编号', '客户账号ID', '子客户ID'],
    en: ['Customer ID', 'Customer account ID', 'Subcustomer ID'],
    wire: ['customer_id', 'sub_customer_id', 'cust_id', 'customer_domain_id', ...wire],
  })
export const customerName = () =>
  text({
    personal: 'company',
    zh: [
      '客户名称',
      '客户姓名',
      '客户',
      '企业名称',
      '客户企业名称',
      '所属客户',
      '客户全称',
      '客户名',
      '关联客户',
    ],
    en: ['Customer name', 'Customer', 'Client name', 'Company name'],
    wire: ['customer_name', 'cust_name', 'cust_nm', 'customer', 'customer_title', 'company_name'],
  })
export const accountName = () =>
  text({
    personal: 'account',
    zh: [
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
    ],
    en: [
      'Account name',
      'Customer account',
      'Customer account name',
      'Account',
      'Username',
      'Login name',
    ],
    wire: [
      'account_name',
      'customer_account',
      'customer_account_name',
      'acct_name',
      'acct_nm',
      'account',
      'login_name',
      'user_name',
      'domain_name',
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
    ],
    en: [
      'Account manager',
      'Manager',
      'Account manager name',
      'Responsible person',
      'Owner',
      'Assigned to',
      'Handled by',
    ],
    wire: [
      'account_manager',
      'manager_name',
      'manager',
      'account_manager_name',
      'customer_manager',
      'customer_manager_name',
      'bd_name',
      'account_managers',
      'account_managers.account_name',
      'owner',
      'owner_name',
      'assignee',
    ],
  })
export const association = () =>
  choice({
    zh: ['关联类型', '关联模式', '合作模式', '客户关联类型', '关联方式', '合作类型', '销售模式'],
    en: [
      'Association type',
      'Association',
      'Association mode',
      'Cooperation mode',
      'Sales model',
      'Sales mode',
    ],
    wire: [
      'association_type',
      'relation_type',
      'rel_type',
      'association',
      'coop_type',
      'cooperation_type',
      'sales_mode',
    ],
    values: {
      referral: {
        zh: ['顾问销售', '顾问销售类'],
        en: ['Referral', 'Referral model', 'Sales partner'],
        codes: ['1'],
      },
      resale: {
        zh: ['代售', '转售', '代售类'],
        en: ['Reseller', 'Resale', 'Reseller model'],
        codes: ['2', '3'],
      },
    },
  })
export const chargeMode = () =>
  choice({
    zh: ['计费模式', '付费方式', '计费类型', '支付方式', '计费方式', '付费类型', '付费模式'],
    en: ['Billing mode', 'Charging mode', 'Charge mode', 'Pricing mode', 'Payment mode'],
    wire: [
      'charge_mode',
      'charging_mode',
      'billing_mode',
      'pay_mode',
      'bill_mode',
      'charge_type',
      'charging_type',
      'pay_model',
    ],
    values: {
      subscription: {
        zh: ['包年/包月', '包年包月', '包周期'],
        en: ['Yearly/Monthly', 'Subscription', 'Prepaid'],
        codes: ['1'],
      },
      'on-demand': {
        zh: ['按需', '按需计费', '按需付费'],
        en: ['Pay-per-use', 'On-demand', 'Postpaid'],
        codes: ['3'],
      },
      reserved: { zh: ['预留实例'], en: ['Reserved instance', 'Reserved'], codes: ['10'] },
      'savings-plan': { zh: ['节省计划'], en: ['Savings plan'], codes: ['11'] },
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
      'service_code',
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
    ],
    en: ['Service type', 'Product type', 'Service', 'Cloud service', 'Product', 'Product name'],
    wire: [
      'service_type_name',
      'cloud_service_type_name',
      'product_type_name',
      'service_name',
      'svc_name',
      'product_type',
      'cloud_service_name',
      'product_name',
    ],
  })
export const resourceType = () =>
  id({
    zh: ['资源类型编码', '资源编码', '资源类型'],
    en: ['Resource type code'],
    wire: ['resource_type_code', 'resource_type', 'res_type_code', 'resource_type_id'],
  })
export const resourceTypeName = () =>
  text({
    zh: ['资源类型', '资源类型名称'],
    en: ['Resource type'],
    wire: ['resource_type_name', 'res_type_name'],
  })
export const region = () =>
  text({
    zh: ['区域', '地域', '资源区域', '区域名称'],
    en: ['Region'],
    wire: ['region_code', 'region', 'region_id', 'region_name', 'region_cd'],
  })
export const spec = () =>
  text({
    zh: ['规格', '产品规格', '资源规格', '规格描述', '产品规格描述', '配置', '实例规格'],
    en: ['Specifications', 'Specification', 'Product specifications', 'Flavor', 'Configuration'],
    wire: [
      'product_spec_desc',
      'resource_spec_code',
      'spec_desc',
      'spec',
      'spec_code',
      'product_spec',
      'flavor',
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
    ],
    en: ['Billing cycle', 'Month', 'Spent on', 'Bill month', 'Billing month'],
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
    ],
  })
export const orderNo = () =>
  id({
    zh: [
      '订单号',
      '订单编号',
      '订单ID',
      '订单号/交易编号',
      '交易编号',
      '交易流水号',
      '交易号',
      '流水号',
      '续订订单号',
      '续费订单号',
      '原订单号',
    ],
    en: ['Order No.', 'Order number', 'Order ID', 'Order/Transaction ID', 'Transaction ID'],
    wire: ['order_id', 'order_no', 'order_number', 'trade_id', 'trade_no', 'transaction_id'],
  })
export const taskStatus = () =>
  choice({
    zh: ['状态', '任务状态', '处理状态'],
    en: ['Status', 'Task status'],
    wire: ['status', 'task_status', 'state', 'task_state', 'handle_status'],
    values: {
      open: {
        zh: ['待处理', '未处理', '未开始', '待跟进'],
        en: ['To be processed', 'Pending', 'Open', 'Not started', 'To do'],
      },
      doing: { zh: ['处理中', '进行中', '跟进中'], en: ['Processing', 'In progress', 'Ongoing'] },
      done: { zh: ['已完成', '已处理'], en: ['Completed', 'Done', 'Processed'] },
      closed: { zh: ['已关闭', '已取消'], en: ['Closed', 'Canceled', 'Cancelled'] },
    },
  })
