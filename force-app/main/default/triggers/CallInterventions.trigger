trigger CallInterventions on Call_Intervention__c(after insert, after update) {
  InterventionSharing.withSupervisors(Trigger.new);
}
