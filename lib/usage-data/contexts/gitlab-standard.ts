import { id, oneOf, truth, version } from '../collecting/shapes'
import type { ContextDefinition } from '../definitions/definition'

/** What GitLab's own trackers send along with everything. */
export const gitlabStandard: ContextDefinition = {
  schema: 'iglu:com.gitlab/gitlab_standard/jsonschema',
  description: 'Where in the product something happened, and under whose account.',
  fields: {
    environment: {
      policy: 'keep',
      shape: oneOf(
        'production',
        'staging',
        'development',
        'test',
        'self-managed',
        'org',
        'saas',
        'dedicated',
      ),
      reason: 'Tells test machines from real use.',
    },
    project_id: { policy: 'keep', shape: id, reason: 'Kept raw: says how a project is used, not by whom.' },
    namespace_id: { policy: 'keep', shape: id, reason: 'Kept raw: says how a group is used, not by whom.' },
    ultimate_parent_namespace_id: {
      policy: 'keep',
      shape: id,
      reason: 'Kept raw: the organisation that a group belongs to.',
    },
    user_id: {
      policy: 'pseudonymise',
      as: 'user',
      reason: 'Journeys can be followed without knowing whose, and a deletion finds them.',
    },
    user_type: {
      policy: 'keep',
      shape: oneOf('human', 'bot', 'service_account', 'project_bot', 'support_bot'),
      reason: 'Tells people from programs.',
    },
    global_user_id: { policy: 'drop', reason: 'A second id of the same person; one is enough.' },
    is_gitlab_team_member: {
      policy: 'keep',
      shape: truth,
      reason: 'Colleagues use the product differently; figures leave them out.',
    },
    realm: {
      policy: 'keep',
      shape: oneOf('saas', 'self-managed', 'dedicated', 'SaaS', 'Self-Managed', 'Dedicated'),
      reason: 'How the product is run.',
    },
    deployment_type: {
      policy: 'keep',
      shape: oneOf('.com', 'self-managed', 'dedicated', 'gitlab-dedicated-for-government'),
      reason: 'How the product is run.',
    },
    plan: {
      policy: 'keep',
      shape: oneOf(
        'free',
        'bronze',
        'silver',
        'gold',
        'premium',
        'ultimate',
        'premium_trial',
        'ultimate_trial',
      ),
      reason: 'The plan of the group.',
    },
    source: {
      policy: 'keep',
      shape: oneOf('gitlab-rails', 'gitlab-javascript', 'ai-gateway', 'duo-workflow', 'gitlab-cli'),
      reason: 'Which part of the product counted.',
    },
    instance_version: { policy: 'keep', shape: version, reason: 'Which version of the product it was.' },
    instance_id: {
      policy: 'pseudonymise',
      as: 'value',
      reason: 'Tells installations apart without naming one.',
    },
    unique_instance_id: { policy: 'drop', reason: 'A second id of the same installation; one is enough.' },
    host_name: { policy: 'drop', reason: 'The name of a machine may be the name of a person.' },
    context_generated_at: { policy: 'drop', reason: 'The event tells its time already.' },
    correlation_id: { policy: 'drop', reason: 'Would lead to the logs of a server.' },
    google_analytics_id: { policy: 'drop', reason: 'Would lead to another company’s data.' },
    feature_enabled_by_namespace_ids: {
      policy: 'drop',
      reason: 'A list of groups can point out one person.',
    },
    extra: { policy: 'drop', reason: 'Anything may be in it.' },
  },
}
