using System;
using System.Collections.Generic;

namespace Agency.Web.Models
{
    // Billing is older than the rest and goes past Entity Framework.
    public class Invoice
    {
        public int Id { get; set; }
        public int ClientId { get; set; }
        public string Number { get; set; }
        public DateTime IssuedOn { get; set; }
        public decimal Total { get; set; }
        public List<InvoicePosition> Positions { get; set; }
    }

    public class InvoicePosition
    {
        public int Id { get; set; }
        public int InvoiceId { get; set; }
        public string Text { get; set; }
        public decimal Amount { get; set; }
    }

    public class Lead
    {
        public int Id { get; set; }
        public string Company { get; set; }
        public string Email { get; set; }
        public string Message { get; set; }
        public DateTime ReceivedAt { get; set; }
    }
}
