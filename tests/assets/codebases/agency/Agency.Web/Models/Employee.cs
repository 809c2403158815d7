using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Agency.Web.Models
{
    public class Employee : IdentityUser
    {
        [Required]
        [StringLength(100)]
        public string FullName { get; set; }
        public decimal HourlyRate { get; set; }
        public DateTime JoinedOn { get; set; }
        public virtual ICollection<ProjectMember> Memberships { get; set; } = new List<ProjectMember>();
    }
}
