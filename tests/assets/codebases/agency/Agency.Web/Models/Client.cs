using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace Agency.Web.Models
{
    public class Client
    {
        public int Id { get; set; }

        [Required, StringLength(150)]
        public string Name { get; set; }
        public string Slug { get; set; }
        public string Industry { get; set; }
        public ClientStatus Status { get; set; }
        public virtual ICollection<ClientContact> Contacts { get; set; } = new List<ClientContact>();
        public virtual ICollection<Project> Projects { get; set; } = new List<Project>();
    }

    public enum ClientStatus
    {
        Prospect = 0,
        Active = 1,
        Former = 2
    }

    public class ClientContact
    {
        public int Id { get; set; }
        public int ClientId { get; set; }
        public virtual Client Client { get; set; }

        [Required]
        public string Name { get; set; }

        [EmailAddress]
        public string Email { get; set; }
        public bool IsPrimary { get; set; }
    }
}
