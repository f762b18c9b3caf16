/** What is sold: services, regions and plans, by the names the vendor's site uses. */
export interface Service {
  code: string
  zh: string
  en: string
  category: string
  unit: string
  specs: string[]
}

const service = (
  code: string,
  zh: string,
  en: string,
  category: string,
  unit: string,
  ...specs: string[]
): Service => ({ code: `hws.service.type.${code}`, zh, en, category, unit, specs })

export const services: Service[] = [
  service(
    'ec2',
    '弹性云服务器 ECS',
    'Elastic Cloud Server',
    '计算',
    '核',
    's6.large.2',
    'c7.xlarge.4',
  ),
  service('ebs', '云硬盘 EVS', 'Elastic Volume Service', '存储', 'GB', 'SSD', 'SAS', 'GPSSD'),
  service(
    'obs',
    '对象存储服务 OBS',
    'Object Storage Service',
    '存储',
    'GB',
    'OBS_Standard',
    'OBS_IA',
  ),
  service(
    'rds',
    '云数据库 RDS',
    'Relational Database Service',
    '数据库',
    'GB',
    'rds.mysql.n1.large.4',
  ),
  service('vpc', '虚拟私有云 VPC', 'Virtual Private Cloud', '网络', 'Mbit/s', '12_share', '19_bgp'),
  service('cdn', '内容分发网络 CDN', 'Content Delivery Network', '内容分发', 'GB', 'cdn.flow'),
  service('cce', '云容器引擎 CCE', 'Cloud Container Engine', '容器', '个', 'cce.s2.medium'),
  service(
    'dcs',
    '分布式缓存服务 DCS',
    'Distributed Cache Service',
    '中间件',
    'GB',
    'redis.ha.xu1.large.r2.4',
  ),
  service(
    'modelarts',
    'AI开发平台 ModelArts',
    'ModelArts',
    '人工智能',
    '小时',
    'modelarts.vm.cpu.8u',
  ),
  service('waf', 'Web应用防火墙 WAF', 'Web Application Firewall', '安全', '个', 'waf.professional'),
]

export const serviceOf = (name: string): Service => {
  const found = services.find((one) => one.code.endsWith(`.${name}`))
  if (found === undefined) throw new RangeError(`no service ${name}`)
  return found
}

export interface Region {
  code: string
  zh: string
  en: string
}

export const regions: Record<'cn' | 'intl', Region[]> = {
  cn: [
    { code: 'cn-north-4', zh: '华北-北京四', en: 'CN North-Beijing4' },
    { code: 'cn-east-3', zh: '华东-上海一', en: 'CN East-Shanghai1' },
    { code: 'cn-south-1', zh: '华南-广州', en: 'CN South-Guangzhou' },
    { code: 'cn-southwest-2', zh: '西南-贵阳一', en: 'CN Southwest-Guiyang1' },
  ],
  intl: [
    { code: 'ap-southeast-3', zh: '亚太-新加坡', en: 'AP-Singapore' },
    { code: 'ap-southeast-2', zh: '亚太-曼谷', en: 'AP-Bangkok' },
    { code: 'la-north-2', zh: '拉美-墨西哥城二', en: 'LA-Mexico City2' },
  ],
}

export const incentivePlans = [
  { id: 'IP2026CN001', zh: '基础激励', en: 'Base incentive', ratio: 0.15 },
  { id: 'IP2026CN002', zh: '新客户激励', en: 'New customer incentive', ratio: 0.1 },
  { id: 'IP2026CN005', zh: '云服务增长激励', en: 'Growth incentive', ratio: 0.05 },
  { id: 'IP2026CN009', zh: '长周期续订激励', en: 'Renewal incentive', ratio: 0.03 },
]
