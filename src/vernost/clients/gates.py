"""What of the client base may be objected to by apps that judge clients (core/gates.py)."""

from vernost.core.gates import Gate

ORDER_OPENED = Gate("order_opened")
DISCOUNT_GIVEN = Gate("discount_given")
INVOICE_ISSUED = Gate("invoice_issued")
