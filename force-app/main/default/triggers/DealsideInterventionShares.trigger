/** An intervention belongs to its supervisor; the rep reads it. */
trigger DealsideInterventionShares on Call_Intervention__c(after insert, after update) {
    DealsideInterventionSharing.withReps(Trigger.new, Trigger.oldMap);
}
