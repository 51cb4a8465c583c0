"""The verdict: a pure function of rule, facts, evidence floor and date."""
