import {
  base62,
  base64url,
  base64urlWith,
  digits,
  hex,
  lowerAlnum,
  lowerHex,
  shape,
  upperAlnum,
  upperHex,
  word,
} from '../shape.js'
import { isMixed, must, type NamedRule, named, type TokenRule, token, webhook } from '../vendor-rule.js'

const uuid = shape`${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`

/** The first part of a bot token is the number of its account, in base64. */
const discordAccount = must((token) => /^[MNO]/.test(token))

/** Chat, mail, telephone, social networks. */
export const messagingTokens: readonly TokenRule[] = [
  // Slack documentation, "Token types"
  token('slack-bot-token', 'Slack', shape`xoxb-${digits(9, 14)}-${digits(9, 14)}-${base62(18, 40)}`),
  token('slack-legacy-bot-token', 'Slack', shape`xoxb-${digits(8, 14)}-${base62(18, 26)}`),
  token(
    'slack-user-token',
    'Slack',
    shape`xoxp-${digits(10, 13)}-${digits(10, 13)}-${digits(10, 13)}-${base62(28, 34)}`,
  ),
  token(
    'slack-enterprise-token',
    'Slack',
    shape`xoxe-${digits(10, 13)}-${digits(10, 13)}-${digits(10, 13)}-${base62(28, 34)}`,
  ),
  token('slack-legacy-token', 'Slack', shape`xoxs-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`),
  token(
    'slack-legacy-user-token',
    'Slack',
    shape`xoxp-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`,
  ),
  token(
    'slack-organization-token',
    'Slack',
    shape`xoxo-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`,
  ),
  token(
    'slack-workspace-token',
    'Slack',
    shape`xoxa-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`,
  ),
  token(
    'slack-workspace-token-v2',
    'Slack',
    shape`xoxa-2-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`,
  ),
  token(
    'slack-workspace-refresh-token',
    'Slack',
    shape`xoxr-${digits(6, 14)}-${digits(6, 14)}-${digits(6, 14)}-${base62(8, 64)}`,
  ),
  token('slack-workspace-short-token-v2', 'Slack', shape`xoxa-${digits(1)}-${base62(8, 48)}`),
  token('slack-refresh-short-token-v2', 'Slack', shape`xoxr-${digits(1)}-${base62(8, 48)}`),
  token('slack-workflow-token', 'Slack', shape`xwfp-${base64url(40, 200)}`),
  token('slack-workspace-short-token', 'Slack', shape`xoxa-${base62(8, 48)}`),
  token('slack-refresh-short-token', 'Slack', shape`xoxr-${base62(8, 48)}`),
  token('slack-configuration-token', 'Slack', shape`xoxe.xoxp-${digits(1)}-${base62(163, 166)}`),
  token('slack-configuration-bot-token', 'Slack', shape`xoxe.xoxb-${digits(1)}-${base62(163, 166)}`),
  token('slack-configuration-refresh-token', 'Slack', shape`xoxe-${digits(1)}-${base62(140, 150)}`),
  token('slack-app-token', 'Slack', shape`xapp-${digits(1)}-${upperAlnum(9, 13)}-${digits(9, 14)}-${lowerHex(64)}`),
  token('slack-legacy-app-token', 'Slack', shape`xapp-${digits(12)}-${base62(16, 26)}/${base62(8, 16)}`),
  token('slack-client-cookie', 'Slack', shape`xoxd-${base64urlWith('%+/=', 100, 400)}`),
  token(
    'slack-client-token',
    'Slack',
    shape`xoxc-${digits(10, 13)}-${digits(10, 13)}-${digits(10, 13)}-${lowerHex(64)}`,
  ),
  webhook(
    'slack-webhook',
    'Slack',
    shape`hooks.slack.com/services/T${base62(7, 12)}/B${base62(7, 12)}/${base62(18, 25)}`,
  ),
  webhook(
    'slack-workflow-webhook',
    'Slack',
    shape`hooks.slack.com/workflows/T${base62(8, 12)}/A${base62(8, 12)}/${digits(17, 19)}/${base62(23, 25)}`,
  ),
  webhook(
    'slack-trigger-webhook',
    'Slack',
    shape`hooks.slack.com/triggers/${upperAlnum(8, 14)}/${digits(10, 15)}/${lowerHex(32)}`,
  ),
  webhook('discord-webhook', 'Discord', shape`discord.com/api/webhooks/${digits(17, 20)}/${base64url(60, 80)}`),
  webhook(
    'discord-legacy-webhook',
    'Discord',
    shape`discordapp.com/api/webhooks/${digits(17, 20)}/${base64url(60, 80)}`,
  ),
  webhook(
    'discord-versioned-webhook',
    'Discord',
    shape`discord.com/api/v${digits(1, 2)}/webhooks/${digits(17, 20)}/${base64url(60, 80)}`,
  ),
  webhook(
    'teams-connector',
    'Microsoft Teams',
    shape`outlook.office.com/webhook/${base64urlWith('@', 73)}/IncomingWebhook/${lowerHex(32)}/${base64url(36)}`,
  ),
  webhook(
    'teams-workflow',
    'Microsoft Teams',
    shape`.webhook.office.com/webhookb2/${base64urlWith('@', 73)}/IncomingWebhook/${base62(32, 80)}/${base64url(36, 140)}`,
  ),
  webhook('zapier-webhook', 'Zapier', shape`hooks.zapier.com/hooks/catch/${digits(5, 9)}/${base62(6, 8)}`),
  webhook('ifttt-webhook', 'IFTTT', shape`maker.ifttt.com/trigger/${word(1, 64)}/with/key/${base64url(20, 50)}`),
  webhook(
    'ifttt-json-webhook',
    'IFTTT',
    shape`maker.ifttt.com/trigger/${word(1, 64)}/json/with/key/${base64url(20, 50)}`,
  ),
  webhook('make-webhook', 'Make', shape`.make.com/${lowerAlnum(32)}`),
  webhook(
    'google-chat-webhook',
    'Google',
    shape`chat.googleapis.com/v1/spaces/${base64url(8, 16)}/messages?key=${base64url(39)}&token=${base64urlWith('%=', 40, 60)}`,
  ),
  webhook('feishu-webhook', 'Feishu', shape`open.feishu.cn/open-apis/bot/v2/hook/${base64url(36)}`),
  webhook('dingtalk-webhook', 'DingTalk', shape`oapi.dingtalk.com/robot/send?access_token=${lowerHex(64)}`),
  webhook('wecom-webhook', 'WeCom', shape`qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${base64url(36)}`),
  token(
    'discord-bot-token',
    'Discord',
    shape`${base64url(24, 26)}.${base64url(6)}.${base64url(27, 38)}`,
    discordAccount,
  ),
  token('telegram-bot-token', 'Telegram', shape`${digits(8, 10)}:AA${base64url(32, 33)}`),
  token('twilio-api-key', 'Twilio', shape`SK${hex(32)}`),
  token('twilio-account-id', 'Twilio', shape`AC${lowerHex(32)}`),
  // Twilio documentation, "API Keys": 69 characters
  token('sendgrid-key', 'SendGrid', shape`SG.${base64url(22)}.${base64url(43)}`),
  token('mailgun-key', 'Mailgun', shape`key-${lowerHex(32)}`),
  token('mailgun-signing-key', 'Mailgun', shape`${lowerHex(32)}-${lowerHex(8)}-${lowerHex(8)}`),
  token('mailchimp-key', 'Mailchimp', shape`${lowerHex(32)}-us${digits(1, 2)}`),
  token('mandrill-key', 'Mailchimp', shape`md-${base64url(22)}`, isMixed),
  token('mailersend-token', 'MailerSend', shape`mlsn.${lowerHex(64)}`),
  token('onesignal-key', 'OneSignal', shape`os_v2_app_${lowerAlnum(80, 120)}`),
  token('telnyx-key', 'Telnyx', shape`KEY${upperHex(32)}_${base62(22)}`),
  token('brevo-key', 'Brevo', shape`xkeysib-${lowerHex(64)}-${base62(16)}`),
  token('brevo-smtp-key', 'Brevo', shape`xsmtpsib-${lowerHex(64)}-${base62(16)}`),
  token('resend-key', 'Resend', shape`re_${base62(8)}_${base62(24)}`),
  token('intercom-token', 'Intercom', shape`dG9rO${base64urlWith('=', 54)}`),
  token('facebook-access-token', 'Facebook', shape`EAA${base62(90, 400)}`),
  token('facebook-app-token', 'Facebook', shape`${digits(13, 17)}|${base64url(27, 40)}`),
  token('instagram-token', 'Instagram', shape`IGQV${base62(100, 250)}`),
  token('instagram-business-token', 'Instagram', shape`IGAA${base62(100, 250)}`),
  token('twitter-bearer-token', 'X', shape`AAAAAAAAAAAAAAAAAAAAA${base64urlWith('%', 70, 120)}`),
  token('pinterest-access-token', 'Pinterest', shape`pina_${base62(60, 120)}`),
  token('pinterest-refresh-token', 'Pinterest', shape`pinr_${base62(60, 120)}`),
  token('oculus-token', 'Meta', shape`OC|${digits(14, 18)}|${base62(32)}`),
  token('twitch-chat-token', 'Twitch', shape`oauth:${lowerAlnum(30)}`),
  token('twitch-stream-key', 'Twitch', shape`live_${digits(6, 12)}_${base62(30)}`),
  token('vk-token', 'VK', shape`vk1.a.${base64url(80, 260)}`),
  token('linkedin-secret', 'LinkedIn', shape`WPL_AP${digits(1)}.${base64url(16)}.${base62(6)}==`),
]

/** Messaging whose tokens have no mark of their own. */
export const messagingNames: readonly NamedRule[] = [
  named('discord-secret', 'Discord', ['discord'], shape`${base64url(32)}`),
  named('twilio-auth-token', 'Twilio', ['twilio'], shape`${lowerHex(32)}`),
  named('postmark-token', 'Postmark', ['postmark'], uuid),
  named('messagebird-token', 'MessageBird', ['messagebird'], uuid, shape`${lowerAlnum(25)}`),
  named('facebook-secret', 'Facebook', ['facebook', 'fb'], shape`${lowerHex(32)}`),
  named('twitter-secret', 'X', ['twitter', 'consumer'], shape`${base62(35, 50)}`),
  named('linkedin-client-secret', 'LinkedIn', ['linkedin'], shape`${base62(16)}`),
  named('google-client-secret', 'Google', ['google', 'client_secret'], shape`${base64url(24)}`),
  named('mailchimp-legacy-key', 'Mailchimp', ['mailchimp'], shape`${base62(32)}-us${digits(1, 2)}`),
  named('mailgun-private-key', 'Mailgun', ['mailgun'], shape`${lowerHex(32)}`),
  named('intercom-key', 'Intercom', ['intercom'], shape`${base64urlWith('=', 60)}`),
  named('mattermost-token', 'Mattermost', ['mattermost'], shape`${lowerAlnum(26)}`),
  named('sendbird-token', 'Sendbird', ['sendbird'], shape`${lowerHex(40)}`, uuid),
  named('twitch-token', 'Twitch', ['twitch'], shape`${lowerAlnum(30)}`),
  named('gitter-token', 'Gitter', ['gitter'], shape`${base64url(40)}`),
  named('vonage-secret', 'Vonage', ['vonage', 'nexmo'], shape`${base62(16)}`),
]
