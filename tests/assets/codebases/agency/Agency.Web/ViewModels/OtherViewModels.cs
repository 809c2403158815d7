using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace Agency.Web.ViewModels
{
    public class RegisterViewModel
    {
        [Required, EmailAddress]
        public string Email { get; set; }

        [Required]
        public string FullName { get; set; }

        [Required, DataType(DataType.Password)]
        public string Password { get; set; }
    }

    public class ProjectFormModel
    {
        public string Title { get; set; }
        public int ClientId { get; set; }
        public decimal Budget { get; set; }
        public List<string> MemberIds { get; set; } = new List<string>();
    }

    public class TaskFormModel
    {
        public int ProjectId { get; set; }
        public string Title { get; set; }
        public string Notes { get; set; }
    }

    public class ManualTimeModel
    {
        public int TaskId { get; set; }
        public DateTime From { get; set; }
        public DateTime To { get; set; }
    }

    public class InvoiceFormModel
    {
        public int ClientId { get; set; }
        public List<PositionModel> Positions { get; set; }
    }

    public class PositionModel
    {
        public string Text { get; set; }
        public decimal Amount { get; set; }
    }
}
