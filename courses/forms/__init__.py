"""Forms of a training lead: what is assigned to whom by when, exemptions, and evidence of training elsewhere."""
