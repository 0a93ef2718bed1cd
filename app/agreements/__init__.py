"""The register of agreements: who has signed what, and what is missing."""
