using System;

namespace Agency.Web.Models
{
    public class TimeEntry
    {
        public int Id { get; set; }
        public int TaskItemId { get; set; }
        public virtual TaskItem TaskItem { get; set; }
        public string EmployeeId { get; set; }
        public virtual Employee Employee { get; set; }
        public DateTime StartedAt { get; set; }
        public DateTime? EndedAt { get; set; }
        public string Note { get; set; }
    }
}
