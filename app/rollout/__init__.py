"""The rollout template: the steps of every municipality, and how they depend."""
