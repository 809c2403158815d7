using System;
using System.ComponentModel.DataAnnotations;

namespace Agency.Web.Models
{
    public class ActivityLogItem
    {
        public long Id { get; set; }
        public string ActorId { get; set; }
        public string Text { get; set; }
        public DateTime At { get; set; }
    }

    public class ApiKey
    {
        public int Id { get; set; }
        public string EmployeeId { get; set; }
        public virtual Employee Employee { get; set; }
        public string Prefix { get; set; }
        public string Hash { get; set; }
        public DateTime? RevokedAt { get; set; }
    }

    public class Reminder
    {
        public int Id { get; set; }
        public int TaskItemId { get; set; }
        public DateTime SentAt { get; set; }
    }

    public class Holiday
    {
        public int Id { get; set; }
        public DateTime Day { get; set; }
        public string Name { get; set; }
    }

    public class SettingValue
    {
        [Key]
        public string Name { get; set; }
        public string Value { get; set; }
    }
}
