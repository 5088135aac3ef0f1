//! The briefing of invented and of random dossiers.
