// Written by `npm run client` from the OpenAPI document of the product. Don’t edit it.
import type { Upload } from '../upload.js'

/** What is sent and answered, by its name in the document. */
export interface Schemas {
  /** The version of the request that you saw; when it is another one by now, nothing happens (409). */
  Version: number
  NewRequest: {
    type: 'individual-deletion' | 'enterprise-deletion' | 'portal-deletion' | 'deceased-deletion' | 'marketing-deletion' | 'data-access' | 'rectification' | 'objection' | 'marketing-opt-out' | 'data-export' | 'forum-deletion'
    subjectType?: 'individual' | 'enterprise' | 'portal' | 'agent' | 'successor' | undefined
    email: string
    username?: string | undefined
    name?: string | undefined
    country?: string | undefined
    region?: string | undefined
    relationship?: 'authorized-agent' | 'designated-account-successor' | 'designated-account-manager' | undefined
    actingAs?: 'self' | 'authorized-agent' | 'parent' | 'legal-representative' | undefined
    forumProfile?: string | undefined
    forumUsername?: string | undefined
    whatIsWrong?: string | undefined
    whatIsRight?: string | undefined
    keepOptOut?: boolean | undefined
    timeZone?: string | undefined
    details?: string | undefined
    locale?: string | undefined
    requesterEmail?: string | undefined
    receivedAt?: string | undefined
    follows?: string | undefined
  }
  NewRequestFromTicket: {
    subjectType?: 'individual' | 'enterprise' | 'portal' | 'agent' | 'successor' | undefined
    email: string
    username?: string | undefined
    name?: string | undefined
    country?: string | undefined
    region?: string | undefined
    relationship?: 'authorized-agent' | 'designated-account-successor' | 'designated-account-manager' | undefined
    actingAs?: 'self' | 'authorized-agent' | 'parent' | 'legal-representative' | undefined
    forumProfile?: string | undefined
    forumUsername?: string | undefined
    whatIsWrong?: string | undefined
    whatIsRight?: string | undefined
    keepOptOut?: boolean | undefined
    timeZone?: string | undefined
    details?: string | undefined
    locale?: string | undefined
    requesterEmail?: string | undefined
    receivedAt?: string | undefined
    follows?: string | undefined
  }
  NewOffChannel: {
    channel: 'support-ticket' | 'mail' | 'letter' | 'telephone' | 'forum-post' | 'in-person' | 'chat' | 'social-media' | 'other'
    ticket?: string | undefined
    asksFor: 'account-deletion' | 'data-access' | 'data-export' | 'data-portability' | 'forum-deletion' | 'rectification' | 'objection' | 'marketing-opt-out' | 'complaint' | 'restriction' | 'consent-withdrawal' | 'other' | 'data-rectification'
    answer?: string | undefined
    destination?: 'gitlab' | 'github' | 'bitbucket' | 'gitea' | 'azure-devops' | 'other' | undefined
    note?: string | undefined
    receivedOn?: string | undefined
    country?: string | undefined
    region?: string | undefined
  }
  OffChannel: {
    id: string
    at: string
    receivedAt: string
    channel: 'support-ticket' | 'mail' | 'letter' | 'telephone' | 'forum-post' | 'in-person' | 'chat' | 'social-media' | 'other' | 'privacy-center'
    ticket: string | null
    asksFor: 'account-deletion' | 'data-access' | 'data-export' | 'data-portability' | 'forum-deletion' | 'rectification' | 'objection' | 'marketing-opt-out' | 'complaint' | 'restriction' | 'consent-withdrawal' | 'other'
    destination: string | null
    answer: {
      key: string
      label: string | null
      macro: string | null
      text: string | null
    }
    solve: boolean
    dueOn: string | null
    law: {
      id: string
      name: string
      why: string
      standIn: boolean
    } | null
    country: string | null
    region: string | null
    solved: boolean
    finishedAt: string | null
    finishedBy: string | null
    finishNote: string | null
    opens: string | null
    note: string | null
    loggedBy: string | null
    reference: string | null
    systemKey: string | null
    systemName: string | null
    ticketId: string | null
    answering: ('queued' | 'answered' | 'failed') | null
    answerWords: string | null
  }
  OffChannelPage: {
    items: {
      id: string
      at: string
      receivedAt: string
      channel: 'support-ticket' | 'mail' | 'letter' | 'telephone' | 'forum-post' | 'in-person' | 'chat' | 'social-media' | 'other' | 'privacy-center'
      ticket: string | null
      asksFor: 'account-deletion' | 'data-access' | 'data-export' | 'data-portability' | 'forum-deletion' | 'rectification' | 'objection' | 'marketing-opt-out' | 'complaint' | 'restriction' | 'consent-withdrawal' | 'other'
      destination: string | null
      answer: {
        key: string
        label: string | null
        macro: string | null
        text: string | null
      }
      solve: boolean
      dueOn: string | null
      law: {
        id: string
        name: string
        why: string
        standIn: boolean
      } | null
      country: string | null
      region: string | null
      solved: boolean
      finishedAt: string | null
      finishedBy: string | null
      finishNote: string | null
      opens: string | null
      note: string | null
      loggedBy: string | null
      reference: string | null
      systemKey: string | null
      systemName: string | null
      ticketId: string | null
      answering: ('queued' | 'answered' | 'failed') | null
      answerWords: string | null
    }[]
    next: string | null
  }
  NewWebhook: {
    /** Beginning with https://. */
    url: string
    events: ('request.opened' | 'request.confirmed' | 'request.waiting' | 'request.closed' | 'task.opened' | 'task.resolved')[]
  }
  CreatedWebhook: {
    id: string
    /** `whsec_` and 32 bytes in base64; in this answer alone. */
    secret?: string | undefined
  }
  Webhooks: {
    items: {
      id: string
      url: string
      events: string[]
      createdAt: string
      waiting: number
      dead: number
      failingSince: string | null
      lastDelivery: {
        type: string
        state: 'waiting' | 'delivered' | 'dead'
        problem: string | null
        at: string
      } | null
    }[]
  }
  CcpaReport: {
    year: number
    jurisdictions: {
      jurisdiction: 'US-CA' | 'all'
      rows: {
        kind: 'delete' | 'correct' | 'know' | 'opt-out' | 'limit'
        received: number
        whole: number
        part: number
        denied: number
        deniedBecause: {
          notVerifiable: number
          notAConsumer: number
          exempt: number
          other: number
        }
        withoutAnswer: number
        medianDays: number | null
        meanDays: number | null
      }[]
    }[]
  }
  System: {
    key: string
    kind: string
    name: string
    enabled: boolean
    abilities: ('find' | 'erase' | 'export' | 'issue' | 'notify' | 'store' | 'ticket')[]
    settings: Record<string, unknown>
    health: {
      state: 'ok' | 'failing' | 'off'
      since: string
      words: string
    }
  }
  Systems: {
    items: {
      key: string
      kind: string
      name: string
      enabled: boolean
      abilities: ('find' | 'erase' | 'export' | 'issue' | 'notify' | 'store' | 'ticket')[]
      settings: Record<string, unknown>
      health: {
        state: 'ok' | 'failing' | 'off'
        since: string
        words: string
      }
    }[]
  }
  SavedSystem: {
    kind: string
    name?: string | undefined
    enabled: boolean
    settings: Record<string, string | number | boolean | null | (Record<string, string | number | boolean>)>
  }
  SystemCheck: {
    ok: boolean
    checks: {
      name: string
      ok: boolean
      words: string
    }[]
  }
  Submitted: {
    reference: string
    state: string
  }
  Request: {
    reference: string
    type: string
    subjectType: 'individual' | 'enterprise' | 'portal' | 'agent' | 'successor'
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    version: number
    givenType: string | null
    givenSubjectType: ('individual' | 'enterprise' | 'portal' | 'agent' | 'successor') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    receivedAt: string
    confirmedAt: string | null
    closedAt: string | null
    response: ('whole' | 'part' | 'denied') | null
    ground: ('not-verifiable' | 'not-covered' | 'exempt-legal-obligation' | 'legal-claims' | 'freedom-of-expression' | 'manifestly-unfounded' | 'excessive' | 'third-party-rights' | 'other') | null
    respondedAt: string | null
    contentErasedAt: string | null
    dueOn: string
    appealDueOn: string | null
    acknowledgeBy: string | null
    acknowledgedAt: string | null
    law: {
      id: string
      name: string
      why: string | null
      standIn: boolean
      checkedOn: string | null
      version: number | null
    } | null
    extension: {
      at: string
      reason: string | null
      notifiedDay: string | null
    } | null
    pauses: {
      reason: string
      from: string
      to: string | null
      unanswered: boolean
    }[]
    assignee: string | null
    source: string
    email: string | null
    username: string | null
    name: string | null
    country: string | null
    region: string | null
    details: string | null
    locale: string | null
    requesterEmail: string | null
    relationship: string | null
    actingAs: string | null
    forumProfile: string | null
    forumUsername: string | null
    whatIsWrong: string | null
    whatIsRight: string | null
    account: {
      emails: string[]
    } | null
    checks: {
      givenAddress?: 'account' | 'successor' | 'requester' | 'other' | undefined
      requesterIsSuccessor?: boolean | undefined
      emailExists: boolean
      usernameExists: boolean
      sameAccount: boolean
      enterpriseSigns?: ('created-since' | 'saml-or-scim' | 'provisioned' | 'group-member')[] | undefined
      blockedReason: string | null
      privateProjects: number | null
      soleOwnedGroups: number | null
      plan: string | null
      subscriptionEndsOn: string | null
      twoFactor: boolean | null
      createdOn: string | null
      lastActiveOn: string | null
      country: string | null
      region: string | null
      enterprise: boolean | null
      accountState: string | null
      at: string
      source: string
    } | null
    checksFailedAt: string | null
    lateReplyAt: string | null
    unread: boolean
    unreadSince: string | null
    objectedAt: string | null
    helpAskedAt: string | null
    optedOutAt: string | null
    ownerPermission: {
      askedAt: string
      consent: ('yes' | 'no') | null
      consentAt: string | null
      contactTicket: string | null
      contactedAt: string | null
      granted: boolean | null
      decisionTicket: string | null
      decidedAt: string | null
    } | null
    authority: {
      state: 'open' | 'documents-asked' | 'documents-given' | 'valid' | 'rejected'
      openedAt: string
      documentsAskedAt: string | null
      documentsGivenAt: string | null
      decidedAt: string | null
      reminders: number
      confirmationAskedAt: string | null
      confirmedAt: string | null
    } | null
    escalations: {
      id: string
      state: 'open' | 'answered' | 'returned' | 'taken-over'
      askedAt: string
      answeredAt: string | null
      readAt: string | null
      reason: string | null
      question: string | null
      checked: string | null
      answer: string | null
      issue: string | null
    }[]
    appeals: {
      id: string
      kind: 'appeal' | 'complaint'
      receivedAt: string
      dueOn: string
      extension: {
        at: string
        reason: string | null
        notifiedDay: string | null
      } | null
      answeredAt: string | null
      granted: boolean | null
      decision: ('granted' | 'partly' | 'not-granted') | null
      ground: string | null
      answer: string | null
    }[]
    files: {
      id: string
      name: string
      size: number
      mediaType: string
      purpose: 'hand-over' | 'proof' | 'attachment'
      taskId: string | null
      addedBy: string
      addedAt: string
    }[]
    risk: {
      rating: 'low' | 'medium' | 'high'
      score: number
      signals: {
        key: string
        points: number
        why: string
        byDefault?: boolean | undefined
      }[]
      policyVersion: number
    } | null
    holds: {
      id: string
      placedBy: string
      kind: string
      reason: string
      until: string | null
      placedAt: string
    }[]
    windows: {
      days: number
      reason: string
      opensAt: string
      endsAt: string
      endsTooLate: boolean
    }[]
    tasks: {
      id: string
      key: string
      name: string
      state: 'open' | 'resolved' | 'cancelled'
      resolution: ('complete' | 'exception' | 'not_found') | null
      note: string | null
      found: {
        zendesk?: boolean | undefined
        customersPortal?: boolean | undefined
      } | null
      team: string
      assignee: string | null
      openedAt: string
      resolvedAt: string | null
      acceptedAt: string | null
      searches: {
        system: string
        of: 'zendesk' | 'customersPortal'
        state: 'found' | 'nothing' | 'failed'
        ids: string[]
        words: string
        at: string
      }[]
      steps: {
        key: string
        label: string
        help: string | null
        destructive: boolean
        asks: ('link' | 'text') | null
        given: string | null
        done: boolean
        doable: {
          system: string
          label: string
        } | null
        running: boolean
        problem: string | null
        evidence: {
          at: string
          system: string
          what: string
          result: string
        }[]
      }[]
    }[]
    nextSteps: {
      command: string
      label: string
      why: string
      taskId?: string | undefined
      input: Record<string, unknown>
    }[]
    duplicates: {
      reference: string
      state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    }[]
    related: {
      reference: string
      type: string
      state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
      onHold: boolean
      sameRequester: boolean
      receivedAt: string
    }[]
    earlier: {
      reference: string
      type: string
      outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
      sameRequester: boolean
      receivedAt: string
      closedAt: string | null
    }[]
    waitsFor: string | null
  }
  Upload: {
    /** One file, at most 25 MB, or 2000 MB on a task that hands it over: PDF, PNG, JPEG, WebP, HEIC, text or CSV, XLSX, DOCX, ODT, ODS, ZIP, GZ. Told by its bytes, not by its name. */
    file: Upload
    /** Why; required of Privacy on another team’s task. */
    note?: string | undefined
    /** It belongs to this person, although the same file is on another request’s task. */
    confirm?: 'true' | undefined
  }
  File: {
    id: string
    name: string
    size: number
  }
  Queue: {
    items: {
      reference: string
      type: string
      subjectType: 'individual' | 'enterprise' | 'portal' | 'agent' | 'successor'
      state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
      outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
      waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
      onHold: boolean
      unread: boolean
      risk: ('low' | 'medium' | 'high') | null
      receivedAt: string
      dueOn: string
      lawStandsIn: boolean
      privacyAnsweredAt: string | null
      appealDueOn: string | null
      closedAt: string | null
      assignee: string | null
      email: string | null
      username: string | null
      name: string | null
    }[]
    next: string | null
  }
  Messages: {
    items: {
      id: string
      key: string
      direction: 'in' | 'out' | 'note'
      sender: string
      subject: string | null
      body: string
      at: string
      late: boolean
      delivery: string | null
      deliveryReason: string | null
      channel: ('privacy-center' | 'mail' | 'telephone' | 'letter' | 'ticket' | 'in-person' | 'chat' | 'social-media' | 'forum-post' | 'other') | null
      saidOn: string | null
      unread: boolean
      taskId?: string | undefined
    }[]
  }
  Audit: {
    items: {
      at: string
      actor: {
        kind: string
        id: string | null
        role: string | null
      }
      command: string
      result: string
      facts: Record<string, unknown>
    }[]
  }
  /** RFC 9457. Programs act on `reason`; `title` is for people. */
  Problem: {
    /** A page about the reason, on this Habeas. */
    type: string
    title: string
    status: number
    reason: 'task-not-open' | 'no-such-task' | 'no-such-step' | 'no-such-file' | 'step-out-of-order' | 'step-done' | 'step-running' | 'step-not-running' | 'no-system' | 'step-needed-after-all' | 'seen-by-product' | 'not-listed' | 'version-too-old' | 'no-such-version' | 'step-needs-link' | 'step-needs-text' | 'steps-open' | 'note-required' | 'needs-note-from-privacy' | 'not-found-not-allowed' | 'system-task' | 'file-missing' | 'file-there' | 'blank-sheet' | 'file-elsewhere' | 'file-type' | 'file-too-large' | 'too-many-files' | 'not-found' | 'not-allowed' | 'no-longer-allowed' | 'conflict' | 'key-used' | 'invalid-input' | 'illegal-state' | 'on-hold' | 'not-destructive-yet' | 'contradiction' | 'nothing-to-judge' | 'already-answered' | 'no-question-open' | 'questions-not-needed' | 'not-blocked' | 'review-not-open' | 'review-already-open' | 'questions-first' | 'not-a-duplicate' | 'already-asked' | 'nothing-to-clarify' | 'another-requester' | 'access-open' | 'waits-for-nothing' | 'deleted-meanwhile' | 'third-attempt' | 'unknown-message' | 'use-command' | 'missing-variable' | 'hold-not-open' | 'erasure-begun' | 'not-reopenable' | 'same-type' | 'checks-answered' | 'account-changed' | 'directory-unreachable' | 'already-deleted' | 'not-uncertain' | 'not-self-deleted' | 'not-deleted' | 'account-still-there' | 'owner-deleted' | 'four-eyes' | 'confirm-again' | 'escalation-open' | 'unread-message' | 'nothing-unread' | 'exception-stands' | 'no-answer-unread' | 'not-acceptable' | 'no-escalation-open' | 'no-appeal' | 'appeal-open' | 'no-appeal-open' | 'consent-first' | 'permission-not-asked' | 'authority-not-open' | 'not-extendable' | 'already-extended' | 'too-late' | 'beyond-limit' | 'second-person' | 'type-needs-more' | 'not-asked' | 'mailbox-message-missing' | 'unauthenticated' | 'malformed-body' | 'body-too-large' | 'unsupported-media-type' | 'method-not-allowed' | 'too-many-requests' | 'unexpected' | 'system-failed' | 'unavailable' | 'no-room'
    /** Which field, step, variable or command it is about. */
    detail?: string | undefined
    /** By field: what is wrong with it. */
    fields?: Record<string, string> | undefined
    /** The number under which the log has what nobody foresaw. */
    instance?: string | undefined
  }
}

/** What the product sends to a webhook, by the event’s type. */
export interface WebhookEvents {
  'request.opened': { type: 'request.opened'; reference: string } & {
    type: 'request.opened'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
  }
  'request.confirmed': { type: 'request.confirmed'; reference: string } & {
    type: 'request.confirmed'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
  }
  'request.waiting': { type: 'request.waiting'; reference: string } & {
    type: 'request.waiting'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
  }
  'request.closed': { type: 'request.closed'; reference: string } & {
    type: 'request.closed'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
  }
  'task.opened': { type: 'task.opened'; reference: string } & {
    type: 'task.opened'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
    taskId: string
    taskKey: string
    taskName: string
    team: 'support-engineer' | 'support-readiness' | 'console-engineer' | 'privacy' | 'forum-admin' | 'system'
    taskState: 'open' | 'resolved' | 'cancelled'
    resolution: ('complete' | 'exception' | 'not_found') | null
  }
  'task.resolved': { type: 'task.resolved'; reference: string } & {
    type: 'task.resolved'
    reference: string
    at: string
    requestType: string
    state: 'submitted' | 'checking' | 'verifying' | 'processing' | 'closed'
    outcome: ('fulfilled' | 'already-deleted' | 'no-account' | 'duplicate' | 'not-verified' | 'no-permission' | 'not-controller' | 'security-denied' | 'embargoed' | 'no-authority' | 'no-response' | 'withdrawn' | 'unconfirmed' | 'refused') | null
    waitingOn: 'requester' | 'support' | 'privacy' | 'team' | 'system' | 'nobody'
    dueOn: string
    taskId: string
    taskKey: string
    taskName: string
    team: 'support-engineer' | 'support-readiness' | 'console-engineer' | 'privacy' | 'forum-admin' | 'system'
    taskState: 'open' | 'resolved' | 'cancelled'
    resolution: ('complete' | 'exception' | 'not_found') | null
  }
}
