UPDATE "Call"
  SET "monitoringChoice" = ("monitoringChoice" - 'told') || jsonb_build_object('source', "monitoringChoice" -> 'told')
  WHERE "monitoringChoice" ? 'told';
