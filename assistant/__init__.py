"""Understanding and phrasing: matching, retrieval, interview and triage; it never decides."""
