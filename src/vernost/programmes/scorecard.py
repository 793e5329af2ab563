"""The lines of a scorecard: relations first, money last (S4: appraisal by clear, objective measures)."""

SHIPPED = (
    "regular_share",
    "clients_kept",
    "loyal_share",
    "contacts_in_time",
    "promises_kept",
    "rating",
    "complaints",
    "complaints_in_time",
    "joint_projects",
    "cases_closed",
    "reviews_done",
    "paid_on_time",
    "income_kept",
)
