"""Plans by which relationships with clients are developed: aims, numbers, actions, reviews, templates; key clients."""
