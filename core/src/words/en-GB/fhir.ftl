### What Hearth itself says in what it sends to a practice, and in the document of the whole plan.
### Read by people who work in health and care, and by the person.

fhir-plan-title = Care and support plan
fhir-team-title = People in my life and care
fhir-flag = Has a plan for when unwell. Please look at it.
fhir-two-orders = Two orders of these are kept. Nobody has chosen one yet.
# $n is 2 or more. The versions follow, one below the other.
fhir-versions = { $n } versions are kept until one is chosen:
