"""Care: the communication standard, the touches that come of it, what needs a person today; the discipline track,
endings and winning back.
"""
