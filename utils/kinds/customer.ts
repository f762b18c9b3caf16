import { accountName, association, customerId, customerName, manager } from './common'
import { amount, choice, defineKind, flag, list, text, time, type RecordOf } from './define'

/** A line of 客户管理. Wire: the sub-customer query of the open API. */
export const customer = defineKind({
  name: 'customer',
  label: { zh: '客户', en: 'Customers' },
  key: ['customerId'],
  fallback: ['accountName'],
  staleAfterHours: 72,
  signature: [
    'associatedAt',
    'verification',
    'association',
    'level',
    'frozen',
    'monthToDateAmount',
  ],
  needs: ['name|accountName'],
  unaddressed: ['association', 'associatedAt', 'verification', 'monthToDateAmount'],
  words: {
    zh: ['客户管理', '我的客户', '云经销商的客户', '客户列表'],
    en: ['customer management', 'customer list', 'my customers', 'customers', 'sub customers'],
  },
  menu: { zh: '销售 > 客户 > 客户管理', en: 'Sales > Customers > Customer Management' },
  fields: {
    customerId: customerId('domain_id', 'account_id'),
    /** 客户名称; what other kinds call `customerName`. */
    name: customerName(),
    accountName: accountName(),
    phone: text({
      personal: 'phone',
      zh: ['手机号码', '移动电话', '手机号', '联系电话', '电话', '手机', '联系手机', '联系方式'],
      en: [
        'Mobile number',
        'Phone',
        'Mobile',
        'Phone number',
        'Mobile phone',
        'Contact number',
        'Mobile phone number',
        'Telephone',
      ],
      wire: ['telephone', 'phone', 'mobile', 'mobile_phone', 'phone_number', 'mobile_number'],
    }),
    email: text({
      personal: 'email',
      zh: ['邮箱', '电子邮箱', '邮件', '邮箱地址', '电子邮件'],
      en: ['Email', 'E-mail', 'Email address'],
      wire: ['email', 'mail', 'email_address'],
    }),
    manager: manager(),
    association: association(),
    associatedAt: time({
      zh: ['关联时间', '关联日期', '绑定时间'],
      en: ['Associated', 'Association time', 'Associated on'],
      wire: [
        'associated_on',
        'association_time',
        'associate_time',
        'relation_time',
        'bind_time',
        'associated_time',
        'rel_time',
      ],
    }),
    verification: choice({
      zh: ['实名认证状态', '实名认证', '认证状态', '实名状态'],
      en: [
        'Verification',
        'Real-name authentication',
        'Verification status',
        'Real-name verification',
        'Authentication status',
        'Real-name authentication status',
      ],
      wire: [
        'verified_status',
        'verify_status',
        'real_name_status',
        'auth_status',
        'realname_status',
      ],
      values: {
        none: {
          zh: ['未实名认证', '未认证'],
          en: ['Not verified', 'Unverified', 'Not authenticated'],
          codes: ['-1', 'null'],
        },
        reviewing: {
          zh: ['实名认证审核中', '审核中'],
          en: ['Under review', 'Reviewing'],
          codes: ['0'],
        },
        failed: {
          zh: ['实名认证不通过', '不通过', '认证失败'],
          en: ['Rejected', 'Verification failed', 'Failed'],
          codes: ['1'],
        },
        verified: { zh: ['已实名认证', '已认证'], en: ['Verified', 'Authenticated'], codes: ['2'] },
      },
    }),
    frozen: flag({
      zh: ['冻结状态', '是否冻结', '账号冻结', '冻结'],
      en: ['Frozen status', 'Frozen', 'Freeze status', 'Account status'],
      wire: ['is_frozen', 'frozen', 'frozen_status', 'freeze_status', 'frozen_flag'],
    }),
    level: text({
      zh: ['客户等级', '客户级别'],
      en: ['Level', 'Customer level'],
      wire: ['customer_level', 'level', 'cust_level'],
    }),
    tags: list({
      zh: ['客户标签', '标签'],
      en: ['Tags', 'Customer tag', 'Customer tags'],
      wire: ['label', 'tags', 'labels', 'tag', 'customer_tag'],
    }),
    monthToDateAmount: amount({
      zh: ['本月消费', '本月消费金额', '当月消费', '本月消费额', '本月累计消费', '月累计消费'],
      en: [
        'Month-to-date expenditure',
        'Month-to-date',
        'This month',
        'Month-to-date spend',
        'Spent this month',
        'Expenditure this month',
        'Monthly expenditure',
      ],
      wire: [
        'month_to_date_amount',
        'month_consume',
        'current_month_amount',
        'month_amount',
        'month_consume_amount',
        'mtd_amount',
      ],
    }),
    type: choice({
      zh: ['客户类型', '客户性质'],
      en: ['Customer type', 'Type'],
      wire: ['customer_type', 'cust_type'],
      values: {
        person: {
          zh: ['个人', '个人客户'],
          en: ['Individual', 'Personal', 'Person'],
          codes: ['0'],
        },
        company: { zh: ['企业', '企业客户'], en: ['Enterprise', 'Company'], codes: ['1'] },
      },
    }),
  },
})
export type Customer = RecordOf<typeof customer>
