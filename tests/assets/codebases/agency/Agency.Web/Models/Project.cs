using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;

namespace Agency.Web.Models
{
    public class Project
    {
        public int Id { get; set; }

        [Required]
        public string Title { get; set; }
        public string Code { get; set; }
        public int ClientId { get; set; }
        public virtual Client Client { get; set; }

        [Column(TypeName = "decimal(18,2)")]
        public decimal Budget { get; set; }
        public DateTime? Deadline { get; set; }
        public bool Archived { get; set; }
        public virtual List<ProjectMember> Members { get; set; } = new List<ProjectMember>();
        public virtual List<TaskItem> Tasks { get; set; } = new List<TaskItem>();

        [NotMapped]
        public ProjectHealth Health { get; set; }
    }

    public class ProjectHealth
    {
        public int Overdue { get; set; }
        public decimal Spent { get; set; }
    }

    public class ProjectMember
    {
        public int ProjectId { get; set; }
        public virtual Project Project { get; set; }
        public string EmployeeId { get; set; }
        public virtual Employee Employee { get; set; }
        public bool IsLead { get; set; }
    }
}
