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

# What the whole system brings (S0; K5), on the scorecard of the company.
RESULTS = ("strategic_orders", "recommended_profit", "service_lines", "referrals", "inquiries")
