import { choice, id, month, text, type FieldNames } from './define'

/** Fields that many kinds share under the same names, said once. */
export const customerId = (...wire: string[]) =>
  id({
    zh: ['客户ID', '客户账号ID'],
    en: ['Customer ID'],
    wire: [...wire, 'customer_code', 'recipient_id'],
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
      '归属客户',
      '最终客户',
      '终端客户名称',
      '领用客户',
      '持有客户',
      '公司名称',
      '单位名称',
    ],
    en: [...en, 'Customer name', 'Customer', 'Company name', 'Company'],
    wire: ['legal_name', 'client_legal_name', 'customer_full_name'],
  })
export const accountName = ({ zh = [], en = [] }: Partial<FieldNames> = {}) =>
  text({
    personal: 'account',
    zh: [
      ...zh,
      '客户账号名',
      '账号名',
      '客户账号',
      '客户账号名称',
      '账号',
      '用户名',
      '客户登录账号',
      '客户登录名',
      '华为云账号',
      '客户华为云账号',
      '云账号',
      '领用客户账号',
    ],
    en: [
      ...en,
      'Account name',
      'Customer account',
      'Customer account name',
      'Account',
      'Username',
      'HUAWEI CLOUD account',
    ],
    wire: ['user_name', 'customer_login_name', 'sign_in_name', 'login_id'],
  })
export const manager = () =>
  text({
    zh: ['客户经理', '跟进人', '处理人', '经办人', '销售经理', '销售负责人', '责任经理'],
    en: [
      'Account manager',
      'Responsible person',
      'Assigned to',
      'Handled by',
      'Sales manager',
      'Person in charge',
    ],
    wire: [
      'manager_name',
      'bd_name',
      'assignee',
      'am',
      'account_rep',
      'sale_man',
      'follower',
      'follow_up',
      'customer_success_manager',
    ],
  })
export const association = () =>
  choice({
    zh: [
      '关联类型',
      '客户关联类型',
      '销售模式',
      '销售类型',
      '业务模式',
      '交易模式',
      '伙伴模式',
      '合作关系',
    ],
    en: ['Association type', 'Business model'],
    wire: ['partnership_type', 'engagement_mode', 'partner_type', 'sales_channel'],
    values: {
      referral: {
        zh: ['顾问销售', '顾问销售类', '顾问销售模式', '顾问销售客户', '顾问式销售'],
        en: [
          'Referral',
          'Referral model',
          'Sales partner',
          'Referral sales',
          'Advisory sales',
          'Referral mode',
        ],
        codes: ['1'],
      },
      resale: {
        zh: ['代售', '转售', '代售类', '代售模式', '转售模式', '转售类', '代售客户', '转售客户'],
        en: [
          'Reseller',
          'Resale',
          'Reseller model',
          'Agency sales',
          'Agency sale',
          'Resell',
          'Resale model',
          'Resale mode',
          'Reseller mode',
        ],
        codes: ['2', '3'],
      },
    },
  })
export const chargeMode = () =>
  choice({
    zh: ['计费模式', '支付方式', '付费类型', '购买模式', '订购模式'],
    en: ['Billing mode', 'Charging mode', 'Pricing mode', 'Payment mode', 'Billing type'],
    wire: ['charge_type', 'pay_type', 'billing'],
    values: {
      subscription: {
        zh: ['包年/包月', '包周期', '预付费', '包年', '包月', '包天'],
        en: [
          'Yearly/Monthly',
          'Subscription',
          'Prepaid',
          'Monthly/Yearly',
          'Yearly',
          'Monthly',
          'Annual/Monthly',
          'Yearly/Monthly billing',
        ],
        codes: ['1'],
      },
      'on-demand': {
        zh: ['按需', '按需计费', '按需付费', '后付费', '按量付费', '按量计费', '按量'],
        en: [
          'Pay-per-use',
          'On-demand',
          'Postpaid',
          'Pay-as-you-go',
          'PAYG',
          'Pay-per-use billing',
          'On-demand billing',
        ],
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
    zh: ['云服务类型编码', '云服务类型', '产品类型', '产品类型编码', '产品编码', '云服务编码'],
    en: ['Service type code'],
    wire: ['cloud_service_type', 'service_type'],
  })
export const serviceName = () =>
  text({
    zh: [
      '产品类型',
      '云服务类型',
      '云服务',
      '产品',
      '服务类型',
      '云产品',
      '服务',
      '云产品类型',
      '云服务产品',
    ],
    en: [
      'Service type',
      'Product type',
      'Service',
      'Product',
      'Product name',
      'Cloud product',
      'Cloud service type',
    ],
    wire: [
      'service_type_name',
      'cloud_service_type_name',
      'service_type_desc',
      'product_family',
      'product_line',
    ],
  })
export const resourceType = () =>
  id({
    zh: ['资源类型编码', '资源编码', '资源类型'],
    en: ['Resource type code'],
    wire: ['resource_type_id'],
  })
export const resourceTypeName = () =>
  text({
    zh: ['资源类型'],
    en: ['Resource type'],
    wire: ['resource_type_name', 'resource_type_desc'],
  })
export const region = () =>
  text({
    zh: ['区域', '资源区域', '区域名称', '云服务区', '云服务区编码', '可用区域'],
    en: ['Region', 'Location'],
    wire: ['region_code', 'region_id'],
  })
export const spec = () =>
  text({
    zh: ['规格', '产品规格', '规格描述', '产品规格描述', '规格型号', '规格说明', '规格名称'],
    en: ['Specifications', 'Instance type'],
    wire: [
      'product_spec_desc',
      'resource_spec_code',
      'spec_desc',
      'spec_code',
      'product_spec',
      'resource_spec',
      'sku',
    ],
  })
export const billMonth = () =>
  month({
    zh: ['账期', '消费时间', '统计月份', '消费账期', '计费周期', '账务周期'],
    en: ['Billing cycle', 'Spent on'],
    wire: [
      'cycle',
      'period',
      'stat_month',
      'period_id',
      'charge_month',
      'account_period',
      'year_month',
      'fee_month',
    ],
  })
export const orderNo = () =>
  id({
    zh: [
      '订单号',
      '交易编号',
      '流水号',
      '续订订单号',
      '待续订订单号',
      '原订单号',
      '订单',
      '原订单',
    ],
    en: ['Order No.', 'Order'],
    wire: [
      'trade_id',
      'order_id_or_trade_id',
      'order_code',
      'trans_id',
      'txn_id',
      'old_order_id',
      'ori_order_no',
    ],
  })
export const taskStatus = () =>
  choice({
    zh: ['状态', '任务状态', '处理状态'],
    en: ['Status', 'Processing status', 'Handling status'],
    wire: ['handle_status', 'process_status'],
    values: {
      open: {
        zh: [
          '待处理',
          '未处理',
          '未开始',
          '待跟进',
          '待办',
          '待分配',
          '待认领',
          '新建',
          '待执行',
          '未启动',
          '待启动',
        ],
        en: [
          'To be processed',
          'Pending',
          'Open',
          'Not started',
          'To do',
          'New',
          'To be handled',
          'Unprocessed',
          'Not processed',
          'Unassigned',
        ],
      },
      doing: {
        zh: ['处理中', '进行中', '跟进中', '执行中', '已跟进', '办理中', '推进中'],
        en: [
          'Processing',
          'In progress',
          'Ongoing',
          'In process',
          'Being processed',
          'Following up',
          'Underway',
          'Executing',
        ],
      },
      done: {
        zh: ['已完成', '已处理', '完成', '处理完成', '已办结', '已办理'],
        en: ['Completed', 'Done', 'Processed', 'Complete', 'Finished', 'Handled', 'Resolved'],
      },
      closed: {
        zh: ['已关闭', '已取消', '已终止', '已作废', '关闭', '取消'],
        en: ['Closed', 'Canceled', 'Cancelled', 'Terminated'],
      },
    },
  })
