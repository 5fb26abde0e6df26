import type { SetupTexts } from '../setupTexts.ts';

export const setup: SetupTexts = {
  unknown:
    "This couldn't be read just now. Check again; if it stays, open the tab Salesforce Sync.",
  elsewhere: {
    crm: 'Salesforce: call interventions, rep calls, call notes, help requests, acknowledgments, tasks, and the contact or user',
    carrier: 'Phone network: recordings and call records',
  },
  checks: {
    server_url: {
      title: 'Server address',
      ok: 'Salesforce leads to this server, {url}.',
      remedies: {
        not_set:
          'Setup, Custom Metadata Types, Dealside Setting, Default: set Server URL to {expected}.',
        not_https:
          'Setup, Custom Metadata Types, Dealside Setting, Default: Server URL must begin with https://. Set it to {expected}.',
        differs:
          'Salesforce leads to {found}, but this server is {expected}. Set Server URL in Dealside Setting, Default, or PUBLIC_URL of the server.',
      },
    },
    certificate: {
      title: 'Certificate that signs sessions',
      ok: '{name} signs sessions, and the server takes it until {until}.',
      remedies: {
        not_named:
          'Setup, Custom Metadata Types, Dealside Setting, Default: name the signing certificate.',
        expired:
          'The certificate expired on {until}. Create another one in Setup, Certificate and Key Management, configure the server with it, and name it in Dealside Setting, Default.',
        expires_soon:
          'The certificate expires on {until}. Create another one in Setup, Certificate and Key Management, configure the server with both, then name the new one in Dealside Setting, Default.',
      },
    },
    package_version: {
      title: 'Version of the package',
      ok: 'The package is the one of this server: {version}, sources {sources}.',
      remedies: {
        unnamed:
          'Your org has a package that names no version. The server needs {expected}. Deploy the package of the server with npm run salesforce:deploy: your policy and your records stay.',
        package_older:
          'The package is version {found}, the server is {expected}. Deploy the package of the server: your policy and your records stay.',
        server_older:
          'The package is version {found}, the server is still {expected}. Update the server.',
        differs:
          'The package says {version} like the server, but was changed: your org has the sources {found}, the server was delivered with {expected}. Deploy the package of the server; if yours is the newer one, update the server.',
      },
    },
    permission_sets: {
      title: 'Permission sets',
      ok: 'Each permission set that Dealside needs is assigned.',
      remedies: {
        nobody_holds: 'Setup, Permission Sets: no one holds {sets}. Assign each of them.',
      },
    },
    integration_access: {
      title: 'What the server reads in Salesforce',
      ok: 'The integration user can read everything that the policy needs.',
      remedies: {
        users:
          "The integration user can't see all users, so some people can't sign in. Assign Dealside Integration to it again.",
        setup:
          "The integration user can't read roles or permission sets, so rules match no one. Assign Dealside Integration to it again.",
        skills:
          'A rule is about skills, and the integration user can read none. Deploy force-app/main/skills and assign Dealside Integration Skills to it.',
      },
    },
    notifications: {
      title: 'Notification types',
      ok: 'All notification types are there.',
      remedies: {
        missing: 'Setup, Custom Notifications: {names} is missing. Deploy the package again.',
      },
    },
    calendars: {
      title: 'Calendars',
      ok: 'Times for debriefs are read and booked in the calendars of reps and supervisors.',
      remedies: {
        not_read:
          "The integration user can't read events, so no times for debriefs are proposed. Assign Dealside Integration to it again: it has Access Activities.",
        not_edited:
          "The integration user can't create events, so no debrief can be booked. Assign Dealside Integration to it again: it has Edit Events.",
        no_role:
          'The integration user has no role, so calendars look empty to it and times that are taken are proposed. Setup, Users: give it a role above reps and supervisors.',
      },
    },
    phone_numbers: {
      title: 'Phone numbers',
      ok: 'Calls to your numbers reach this server.',
      remedies: {
        none: 'Twilio lists no number for your organization. Rent or verify one in the Twilio Console.',
        elsewhere:
          'Calls to {numbers} don\'t reach this server. Twilio Console, the number, "A call comes in": Webhook, {expected}, HTTP POST.',
      },
    },
    unknown_callers: {
      title: 'Callers who are not in Salesforce',
      ok: 'They reach {group}, which has {count} users.',
      remedies: {
        no_group:
          'No phone rings for them. They can leave a message, and {name} gets a task to call back. To ring phones: Setup, Custom Metadata Types, Dealside Inbound, Default: name a queue or public group for Unknown Callers.',
        nobody_in_it:
          'No phone rings for them: {group} has no users as members. They can leave a message, and {name} gets a task to call back. Setup: add users to it, not roles or groups, or name another one in Dealside Inbound, Default.',
        nobody_told:
          'They hear that no one can take the call, and leave no task. Setup, Custom Metadata Types, Dealside Inbound, Default: name a queue or public group with users for Unknown Callers, or give a user the permission set Dealside Admin.',
      },
    },
    callbacks: {
      title: 'Reports of the phone network',
      ok: 'The phone network last reported on {at}.',
      remedies: {
        none_yet:
          "The phone network hasn't reported anything yet. Place a test call; if this stays, Twilio must be able to reach {expected}.",
        stopped:
          'Calls were placed since, but the phone network last reported on {at}. Twilio must be able to reach {expected}.',
      },
    },
    audio_check: {
      title: 'Audio check',
      ok: 'Passed on {at}: no audio leaks.',
      remedies: {
        never: 'It has never run. Run it now.',
        failed:
          'It failed on {at}. Whisper, barge and takeover may be off until it passes again. Open it to see what was heard.',
        not_run: "It couldn't run on {at}. Open it to see why.",
        old: 'It last passed on {at}. Run it now.',
      },
    },
    sound_relays: {
      title: 'Sound past firewalls',
      ok: 'A relay answers by TCP, so calls have sound where a firewall lets no UDP through.',
      remedies: {
        failing:
          "No relay answers by TCP (TURN_URLS). Where a firewall lets no UDP through, calls have no sound until one does; the softphone says so and offers people their own phone. The server's log says why.",
      },
    },
    policy: {
      title: 'Policy',
      ok: 'Version {version} is in force.',
      remedies: {
        none: 'No policy was read, so no one can join a call. Lay the seeds by deploying the package, or create rules in Setup, Custom Metadata Types, Dealside Policy Rule.',
        refused:
          "A newer policy has errors and isn't used; version {version} stays in force. Open the policy to see them.",
      },
    },
    sync: {
      title: 'Writing to Salesforce',
      ok: 'Nothing was rejected, and nothing waits for long.',
      remedies: {
        dead_letter: 'Salesforce rejected 1 record. Open the sync to see why, and to try again.',
        dead_letters:
          'Salesforce rejected {count} records. Open the sync to see why, and to try again.',
        one_waits: '1 record has waited since {at}. Open the sync.',
        waits: '{count} records have waited since {at}. Open the sync.',
      },
    },
    api_limit: {
      title: 'Daily API requests',
      ok: 'Your org has used {used} of {limit} in 24 hours.',
      remedies: {
        near: 'Your org has used {used} of {limit} in 24 hours. Less urgent records wait near the limit. Find what else uses it in Setup, System Overview.',
      },
    },
    incidents: {
      title: 'Audit',
      ok: 'No contradiction between the audit and the phone network is open.',
      remedies: {
        one_open:
          '1 contradiction between the audit and the phone network is open. Open the audit to resolve it.',
        open: '{count} contradictions between the audit and the phone network are open. Open the audit to resolve them.',
      },
    },
    outcome_files: {
      title: 'Daily totals as files',
      ok: 'The last eight days are left as files for your other systems.',
      remedies: {
        failing:
          "Files can't be left where the server's configuration says (OUTCOMES_DROP_DIR or OUTCOMES_DROP_BUCKET). The server's log says why. The last eight days are left as soon as it works.",
      },
    },
    scorecard: {
      title: 'Scorecard',
      ok: 'Calls are scored by {count} items.',
      remedies: {
        no_text:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} is empty. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        unknown_kind:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} is "{value}"; it must be scale, yes_no or choice. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        few_choices:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} needs at least two choices, separated by semicolons. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        repeated_choice:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} has "{value}" twice. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        reserved_choice:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} has "{value}", which means that an item doesn\'t apply. Remove it and check May Not Apply. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        long_choice:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} has a choice of more than 255 characters: "{value}…". Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        negative_weight:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} is {value}; it must be 0 or more. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
        no_weight_at_all:
          'Setup, Custom Metadata Types, Dealside Scorecard Item: {item}: {field} is 0 in every record, so no call can be scored. Until then, the last scorecard without a fault is used; if there was none, the records without a fault, or else the shipped scorecard.',
      },
    },
    survey: {
      title: "Customers' satisfaction",
      ok: 'What customers say is read from {object}: {count} answers belong to calls, {apart} to none. Last read on {at}.',
      remedies: {
        several:
          'Setup, Custom Metadata Types, Dealside Survey: only one record may be active. Switch the others off.',
        missing:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is empty, and is required.',
        not_a_name:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is "{value}", which is no API name. Write it as in Object Manager; a dot leads to a related record, as in Response.CompletionDateTime.',
        no_object:
          "Setup, Custom Metadata Types, Dealside Survey: the integration user can't see the object {value}. Check its API name, and give the integration user Read and View All on it.",
        no_field:
          "Setup, Custom Metadata Types, Dealside Survey: {field} is {value}, and the integration user can't see such a field. Check its API name, and give the integration user Read on it.",
        no_changes:
          "Setup, Custom Metadata Types, Dealside Survey: {value} has no System Modstamp, so what changes there isn't found. Choose another object.",
        not_a_number:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}, which must be a number field.',
        not_a_time:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}, which must be a date/time field.',
        not_an_id:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}, which must be a lookup, or a text that holds the call ID.',
        not_a_text:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}, which must be a text, a picklist or a lookup.',
        not_a_join:
          'Setup, Custom Metadata Types, Dealside Survey: {field} must be call, contact or opportunity.',
        scale:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}. Lowest must be less than Good From, and Good From no more than Highest.',
        hours:
          'Setup, Custom Metadata Types, Dealside Survey: {field} is {value}. It must be from 1 to 720 hours.',
        none_joined:
          'None of {count} answers in {object} belongs to a call. Dealside Survey: check Joined By, Join Field and Within Hours.',
      },
    },
  },
};
